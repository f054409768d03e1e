package dev.stagedoor.notification;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;

/** A mail to the person. */
@Schema(description = "A mail to the person")
public record ExportedEmailDto(
        @Schema(description = "What it was about") String kind,

        @Schema(description = "When there was reason for it")
        Instant createdAt,

        @Schema(description = "When it was sent; null where it was not") @Nullable
        Instant sentAt) {}
