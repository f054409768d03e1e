package dev.stagedoor.notification;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.annotation.Nullable;
import java.time.Instant;

/** A mail to the person. */
@Schema(description = "A mail to the person")
public record ExportedEmailDto(
        @Schema(description = "What it was about", example = "VERIFY_EMAIL", requiredMode = RequiredMode.REQUIRED)
        String kind,

        @Schema(
                description = "When there was reason for it",
                example = "2026-11-21T09:30:00.123456Z",
                requiredMode = RequiredMode.REQUIRED)
        Instant createdAt,

        @Schema(
                description = "When it was sent; null where it was not",
                example = "2026-11-21T09:30:01.123456Z",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        Instant sentAt) {}
