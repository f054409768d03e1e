package dev.stagedoor.access;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/** A sign-in, also one that has ended. */
@Schema(description = "A sign-in, also one that has ended")
public record ExportedSessionDto(
        @Schema(description = "The session's id") UUID id,

        @Schema(description = "The User-Agent it was opened with") @Nullable
        String userAgent,

        @Schema(description = "When it was opened") Instant createdAt,

        @Schema(description = "When it was opened or last renewed")
        Instant lastUsedAt,

        @Schema(description = "When it ends or would have ended by itself")
        Instant expiresAt,

        @Schema(description = "When it was ended; null where it was not") @Nullable
        Instant endedAt) {}
