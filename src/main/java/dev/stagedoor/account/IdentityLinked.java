package dev.stagedoor.account;

import java.time.Instant;
import java.util.UUID;

/** Published in the transaction that links an external identity with an account. */
public record IdentityLinked(UUID userId, Instant at) implements AccountEvent {}
