package dev.stagedoor.account;

import java.time.Instant;
import java.util.UUID;

/** Published in the transaction in which an admin changes an account's rights. */
public record AccountRightsChanged(UUID userId, AccountRights rights, Instant at) implements AccountEvent {}
