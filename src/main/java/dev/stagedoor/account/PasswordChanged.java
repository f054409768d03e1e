package dev.stagedoor.account;

import java.time.Instant;
import java.util.UUID;

/** Published in the transaction that changes an account's password. */
public record PasswordChanged(UUID userId, Instant at) implements AccountEvent {}
