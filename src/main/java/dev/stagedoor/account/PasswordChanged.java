package dev.stagedoor.account;

import java.time.Instant;
import java.util.UUID;

/** An account with another password; heard inside the transaction that wrote it. */
public record PasswordChanged(UUID userId, Instant at) implements AccountEvent {}
