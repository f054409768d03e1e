package dev.stagedoor.access;

import java.time.Instant;
import java.util.UUID;

/** A session that ended because its refresh token was used twice: somebody else may have it. */
public record RefreshTokenReused(UUID userId, UUID sessionId, Instant at) {}
