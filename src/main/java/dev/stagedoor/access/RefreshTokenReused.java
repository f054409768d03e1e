package dev.stagedoor.access;

import java.time.Instant;
import java.util.UUID;

/** Published when a session is ended because its refresh token was reused, which indicates a stolen token. */
public record RefreshTokenReused(UUID userId, UUID sessionId, Instant at) {}
