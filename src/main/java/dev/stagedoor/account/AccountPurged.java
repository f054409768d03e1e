package dev.stagedoor.account;

import java.time.Instant;
import java.util.UUID;

/** An account that is deleted for good; each room takes back what it holds of it, inside the same transaction. */
public record AccountPurged(UUID userId, Instant at) implements AccountEvent {}
