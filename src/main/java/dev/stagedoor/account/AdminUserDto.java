package dev.stagedoor.account;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

@Schema(description = "An account, without secrets and without the profile")
public record AdminUserDto(
        UUID id,
        @Schema(format = "email") String email,
        boolean emailVerified,
        @Nullable String phone,
        boolean phoneVerified,
        String firstName,
        String lastName,
        Role role,
        boolean isOrganizer,
        boolean isActive,
        @Nullable Instant lastLoginAt,
        Instant createdAt,
        Instant updatedAt) {

    public AdminUserDto {
        email = Emails.displayed(email);
    }
}
