package dev.stagedoor.account;

import java.time.Instant;
import java.util.UUID;

/** An account that may no longer sign in; heard inside the transaction that says so. */
public record AccountDeactivated(UUID userId, Instant at) implements AccountEvent {}
