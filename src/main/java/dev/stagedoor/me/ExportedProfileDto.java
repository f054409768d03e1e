package dev.stagedoor.me;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** The profile row. */
@Schema(description = "The profile row")
public record ExportedProfileDto(
        @Schema(
                description = "The profile's id",
                example = "019a1f52-7c1e-7c3a-9d57-0b6a5f1d2e3c",
                requiredMode = RequiredMode.REQUIRED)
        UUID id,

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
