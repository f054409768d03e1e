package dev.stagedoor.access;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/** A sign-in, also one that has ended. */
@Schema(description = "A sign-in, also one that has ended")
public record ExportedSessionDto(
        @Schema(
                description = "The session's id",
                example = "019a1f52-7c1e-7c3a-9d57-0b6a5f1d2e3c",
                requiredMode = RequiredMode.REQUIRED)
        UUID id,

        @Schema(
                description = "The User-Agent it was opened with",
                example = "Stagedoor/4.2 (iPhone; iOS 19.1)",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String userAgent,

        @Schema(
                description = "When it was opened",
                example = "2026-11-21T09:30:00.123456Z",
                requiredMode = RequiredMode.REQUIRED)
        Instant createdAt,

        @Schema(
                description = "When it was opened or last renewed",
                example = "2026-11-21T09:30:00.123456Z",
                requiredMode = RequiredMode.REQUIRED)
        Instant lastUsedAt,

        @Schema(
                description = "When it ends or would have ended by itself",
                example = "2026-11-21T09:30:00.123456Z",
                requiredMode = RequiredMode.REQUIRED)
        Instant expiresAt,

        @Schema(
                description = "When it was ended; null where it was not",
                example = "2026-11-21T09:30:00.123456Z",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        Instant endedAt) {}
