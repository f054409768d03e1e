package dev.stagedoor.admin;

import dev.stagedoor.account.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/** An account as a super-admin sees it: the users row, without secrets and without the profile. */
@Schema(description = "An account as a super-admin sees it, without secrets and without the profile")
public record AdminUserDto(
        @Schema(description = "The account's id") UUID id,

        @Schema(description = "Trimmed and lower-case", format = "email")
        String email,

        @Schema(description = "Whether the email was proved")
        boolean emailVerified,

        @Schema(description = "E.164") @Nullable String phone,

        @Schema(description = "Whether the phone was proved")
        boolean phoneVerified,

        @Schema(description = "The first name") String firstName,

        @Schema(description = "The last name") String lastName,

        @Schema(description = "What the account may do on the platform")
        Role role,

        @Schema(description = "Whether the person acts for a company")
        boolean isOrganizer,

        @Schema(description = "Whether the account may sign in")
        boolean isActive,

        @Schema(description = "When it last signed in") @Nullable
        Instant lastLoginAt,

        @Schema(description = "When it was made") Instant createdAt,

        @Schema(description = "When it was last changed") Instant updatedAt) {}
