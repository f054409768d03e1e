package dev.stagedoor.me;

import dev.stagedoor.account.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/** The account row, without secrets. */
@Schema(description = "The account row, without secrets")
public record ExportedAccountDto(
        @Schema(
                description = "The account's id",
                example = "019a1f52-7c1e-7c3a-9d57-0b6a5f1d2e3c",
                requiredMode = RequiredMode.REQUIRED)
        UUID id,

        @Schema(
                description = "Trimmed and lower-case",
                format = "email",
                example = "mia@example.com",
                requiredMode = RequiredMode.REQUIRED)
        String email,

        @Schema(description = "Whether the email was proved", example = "true", requiredMode = RequiredMode.REQUIRED)
        boolean emailVerified,

        @Schema(description = "E.164", example = "+4930901820", requiredMode = RequiredMode.REQUIRED) @Nullable
        String phone,

        @Schema(description = "Whether the phone was proved", example = "false", requiredMode = RequiredMode.REQUIRED)
        boolean phoneVerified,

        @Schema(description = "The first name", example = "Mia", requiredMode = RequiredMode.REQUIRED)
        String firstName,

        @Schema(description = "The last name", example = "Lindqvist", requiredMode = RequiredMode.REQUIRED)
        String lastName,

        @Schema(description = "What the account may do on the platform", requiredMode = RequiredMode.REQUIRED)
        Role role,

        @Schema(
                description = "Whether the person acts for a company",
                example = "false",
                requiredMode = RequiredMode.REQUIRED)
        boolean isOrganizer,

        @Schema(description = "Whether the account may sign in", example = "true", requiredMode = RequiredMode.REQUIRED)
        boolean isActive,

        @Schema(
                description = "Whether a password is kept, as a hash",
                example = "true",
                requiredMode = RequiredMode.REQUIRED)
        boolean hasPassword,

        @Schema(
                description = "The subject at another issuer that the account is linked with",
                example = "ba-123",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String externalIdentity,

        @Schema(
                description = "When it last signed in",
                example = "2026-11-21T09:30:00.123456Z",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        Instant lastLoginAt,

        @Schema(
                description = "When it was made",
                example = "2026-11-21T09:30:00.123456Z",
                requiredMode = RequiredMode.REQUIRED)
        Instant createdAt,

        @Schema(
                description = "When it was last changed",
                example = "2026-11-21T09:30:00.123456Z",
                requiredMode = RequiredMode.REQUIRED)
        Instant updatedAt) {}
