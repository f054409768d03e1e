package dev.stagedoor.me;

import dev.stagedoor.account.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/** The account row, without secrets. */
@Schema(description = "The account row, without secrets")
public record ExportedAccountDto(
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

        @Schema(description = "Whether a password is kept, as a hash")
        boolean hasPassword,

        @Schema(description = "The subject at another issuer that the account is linked with") @Nullable
        String externalIdentity,

        @Schema(description = "When it last signed in") @Nullable
        Instant lastLoginAt,

        @Schema(description = "When it was made") Instant createdAt,

        @Schema(description = "When it was last changed") Instant updatedAt) {}
