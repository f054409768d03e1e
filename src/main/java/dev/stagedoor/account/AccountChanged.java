package dev.stagedoor.account;

import java.util.UUID;

/** What an account says of its owner was changed, or proved. */
public record AccountChanged(UUID userId) implements AccountEvent {}
