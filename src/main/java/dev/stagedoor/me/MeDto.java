package dev.stagedoor.me;

import dev.stagedoor.account.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The caller's own account and profile. */
@Schema(description = "The caller's own account and profile")
public record MeDto(
        @Schema(
                description = "The account's id",
                example = "019a1f52-7c1e-7c3a-9d57-0b6a5f1d2e3c",
                requiredMode = RequiredMode.REQUIRED)
        UUID id,

        @Schema(
                description = "The profile's id",
                example = "019a1f52-7c20-7d11-8a4e-5c2f9b7a6d10",
                requiredMode = RequiredMode.REQUIRED)
        UUID profileId,

        @Schema(
                description = "Trimmed and lower-case",
                format = "email",
                example = "mia@example.com",
                requiredMode = RequiredMode.REQUIRED)
        String email,

        @Schema(
                description = "Whether the email was proved to be the person's",
                example = "true",
                requiredMode = RequiredMode.REQUIRED)
        boolean emailVerified,

        @Schema(description = "E.164", example = "+4930901820", requiredMode = RequiredMode.REQUIRED) @Nullable
        String phone,

        @Schema(
                description = "Whether the phone was proved to be the person's",
                example = "false",
                requiredMode = RequiredMode.REQUIRED)
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

        @Schema(description = "BCP 47", example = "en-US", requiredMode = RequiredMode.REQUIRED) @Nullable
        String language,

        @Schema(description = "The day of birth", example = "1994-05-17", requiredMode = RequiredMode.REQUIRED)
        @Nullable
        LocalDate birthDate,

        @Schema(description = "IANA time zone", example = "Europe/Berlin", requiredMode = RequiredMode.REQUIRED)
        String timezone,

        @Schema(description = "ISO 4217", example = "EUR", requiredMode = RequiredMode.REQUIRED)
        String currency,

        @Schema(
                description = "The app's own settings, as it keeps them",
                example = "{\"theme\": \"dark\"}",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        Map<String, Object> settings,

        @Schema(description = "The companies the person belongs to, by name", requiredMode = RequiredMode.REQUIRED)
        List<MyCompanyDto> companies,

        @Schema(
                description = "When the account was made",
                example = "2026-11-21T09:30:00.123456Z",
                requiredMode = RequiredMode.REQUIRED)
        Instant createdAt,

        @Schema(
                description = "When account or profile were last changed",
                example = "2026-11-21T09:30:00.123456Z",
                requiredMode = RequiredMode.REQUIRED)
        Instant updatedAt) {}
