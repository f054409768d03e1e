package dev.stagedoor.access;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

@Schema(description = "An active session")
public record SessionDto(
        @Schema(description = "The session's id") UUID id,

        @Schema(description = "The User-Agent header of the sign-in") @Nullable
        String userAgent,

        @Schema(description = "The time of the sign-in") Instant createdAt,

        @Schema(description = "The time of the sign-in or the last refresh")
        Instant lastUsedAt,

        @Schema(description = "The expiry, unless the session is refreshed")
        Instant expiresAt,

        @Schema(description = "Whether this is the session of the request")
        boolean current) {}
