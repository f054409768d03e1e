package dev.stagedoor.account;

import java.time.Instant;
import java.util.UUID;

/** An account that an identity of another issuer opens from now on; heard inside the transaction that wrote it. */
public record IdentityLinked(UUID userId, Instant at) implements AccountEvent {}
