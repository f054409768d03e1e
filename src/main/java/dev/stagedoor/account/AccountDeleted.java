package dev.stagedoor.account;

import java.time.Instant;
import java.util.UUID;

/** Published in the transaction in which an owner deletes an account. The account can be restored until it is purged. */
public record AccountDeleted(UUID userId, Instant at) {}
