package dev.stagedoor.me;

import dev.stagedoor.account.Emails;
import dev.stagedoor.account.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

@Schema(description = "The account, without secrets")
public record ExportedAccountDto(
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
        boolean hasPassword,
        @Nullable String externalIdentity,
        @Nullable Instant lastLoginAt,
        Instant createdAt,
        Instant updatedAt) {

    public ExportedAccountDto {
        email = Emails.displayed(email);
    }
}
