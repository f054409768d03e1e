package dev.stagedoor.me;

import dev.stagedoor.account.Emails;
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
        UUID id,
        UUID profileId,
        @Schema(format = "email") String email,
        boolean emailVerified,
        @Nullable String phone,
        boolean phoneVerified,
        String firstName,
        String lastName,
        Role role,
        boolean isOrganizer,
        boolean hasPassword,
        @Nullable String language,
        @Nullable LocalDate birthDate,
        String timezone,
        String currency,
        @Nullable Map<String, Object> settings,
        List<MyCompanyDto> companies,
        Instant createdAt,
        Instant updatedAt) {

    public MeDto {
        email = Emails.displayed(email);
    }
}
