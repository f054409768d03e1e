package dev.stagedoor.account;

import java.util.UUID;

/** Published in the transaction that changes or verifies an account's personal data. */
public record AccountChanged(UUID userId) implements AccountEvent {}
