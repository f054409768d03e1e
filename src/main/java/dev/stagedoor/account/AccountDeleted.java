package dev.stagedoor.account;

import java.time.Instant;
import java.util.UUID;

/** An account whose owner deleted it, and may come back until it is purged; heard inside that transaction. */
public record AccountDeleted(UUID userId, Instant at) {}
