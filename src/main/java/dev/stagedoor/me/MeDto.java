package dev.stagedoor.me;

import dev.stagedoor.account.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@Schema(description = "The current user's account and profile")
public record MeDto(
        @Schema(description = "The account's id") UUID id,

        @Schema(description = "The profile's id") UUID profileId,

        @Schema(description = "Trimmed and in lower case", format = "email")
        String email,

        @Schema(description = "Whether the email is verified")
        boolean emailVerified,

        @Schema(description = "In E.164 format") @Nullable String phone,

        @Schema(description = "Whether the phone is verified")
        boolean phoneVerified,

        @Schema(description = "The first name") String firstName,

        @Schema(description = "The last name") String lastName,

        @Schema(description = "The role on the platform") Role role,

        @Schema(description = "Whether the user manages a company")
        boolean isOrganizer,

        @Schema(description = "BCP 47 language tag") @Nullable
        String language,

        @Schema(description = "The date of birth") @Nullable LocalDate birthDate,

        @Schema(description = "IANA time zone") String timezone,

        @Schema(description = "ISO 4217 currency code") String currency,

        @Schema(description = "The client's own settings") @Nullable
        Map<String, Object> settings,

        @Schema(description = "The companies that the user is a member of, sorted by name")
        List<MyCompanyDto> companies,

        @Schema(description = "The time of the account's creation")
        Instant createdAt,

        @Schema(description = "The time of the last change to the account or the profile")
        Instant updatedAt) {}
