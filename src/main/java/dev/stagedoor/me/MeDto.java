package dev.stagedoor.me;

import dev.stagedoor.account.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The caller's own account and profile. */
@Schema(description = "The caller's own account and profile")
public record MeDto(
        @Schema(description = "The account's id") UUID id,

        @Schema(description = "The profile's id") UUID profileId,

        @Schema(description = "Trimmed and lower-case", format = "email")
        String email,

        @Schema(description = "Whether the email was proved to be the person's")
        boolean emailVerified,

        @Schema(description = "E.164") @Nullable String phone,

        @Schema(description = "Whether the phone was proved to be the person's")
        boolean phoneVerified,

        @Schema(description = "The first name") String firstName,

        @Schema(description = "The last name") String lastName,

        @Schema(description = "What the account may do on the platform")
        Role role,

        @Schema(description = "Whether the person acts for a company")
        boolean isOrganizer,

        @Schema(description = "BCP 47") @Nullable String language,

        @Schema(description = "The day of birth") @Nullable LocalDate birthDate,

        @Schema(description = "IANA time zone") String timezone,

        @Schema(description = "ISO 4217") String currency,

        @Schema(description = "The app's own settings, as it keeps them") @Nullable
        Map<String, Object> settings,

        @Schema(description = "The companies the person belongs to, by name")
        List<MyCompanyDto> companies,

        @Schema(description = "When the account was made") Instant createdAt,

        @Schema(description = "When account or profile were last changed")
        Instant updatedAt) {}
