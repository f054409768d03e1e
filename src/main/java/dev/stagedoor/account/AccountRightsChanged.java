package dev.stagedoor.account;

import java.time.Instant;
import java.util.UUID;

/** An account that an admin gave other rights; heard inside the transaction that wrote them. */
public record AccountRightsChanged(UUID userId, AccountRights rights, Instant at) implements AccountEvent {}
