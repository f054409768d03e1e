package dev.stagedoor.account;

import java.time.Instant;
import java.util.UUID;

/** Published in the transaction that deactivates an account. */
public record AccountDeactivated(UUID userId, Instant at) implements AccountEvent {}
