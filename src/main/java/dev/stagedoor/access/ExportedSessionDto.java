package dev.stagedoor.access;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

@Schema(description = "An active or ended session")
public record ExportedSessionDto(
        @Schema(description = "The session's id") UUID id,

        @Schema(description = "The User-Agent header of the sign-in") @Nullable
        String userAgent,

        @Schema(description = "The time of the sign-in") Instant createdAt,

        @Schema(description = "The time of the sign-in or the last refresh")
        Instant lastUsedAt,

        @Schema(description = "The expiry of the session") Instant expiresAt,

        @Schema(description = "The time when the session was ended. Null if it was not ended before its expiry")
        @Nullable
        Instant endedAt) {}
