package dev.stagedoor.account;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

@Schema(description = "An account, without secrets and without the profile")
public record AdminUserDto(
        @Schema(description = "The account's id") UUID id,

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

        @Schema(description = "Whether the account is active")
        boolean isActive,

        @Schema(description = "The time of the last sign-in") @Nullable
        Instant lastLoginAt,

        @Schema(description = "The time of creation") Instant createdAt,

        @Schema(description = "The time of the last change") Instant updatedAt) {}
