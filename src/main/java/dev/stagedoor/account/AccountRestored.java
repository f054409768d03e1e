package dev.stagedoor.account;

import java.time.Instant;
import java.util.UUID;

/** Published in the transaction that reactivates an account. */
public record AccountRestored(UUID userId, Instant at) implements AccountEvent {}
