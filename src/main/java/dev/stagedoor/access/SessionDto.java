package dev.stagedoor.access;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/** A place where the person is signed in. */
@Schema(description = "A place where the person is signed in")
public record SessionDto(
        @Schema(description = "The session's id") UUID id,

        @Schema(description = "The User-Agent it was opened with") @Nullable
        String userAgent,

        @Schema(description = "When it was opened") Instant createdAt,

        @Schema(description = "When it was opened or last renewed")
        Instant lastUsedAt,

        @Schema(description = "When it ends unless it is renewed")
        Instant expiresAt,

        @Schema(description = "Whether this call came by it")
        boolean current) {}
