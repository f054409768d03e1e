package dev.stagedoor.account;

import java.time.Instant;
import java.util.UUID;

/** An account that may sign in again; heard inside the transaction that says so. */
public record AccountRestored(UUID userId, Instant at) implements AccountEvent {}
