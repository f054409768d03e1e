package dev.stagedoor.account;

import java.time.Instant;
import java.util.UUID;

/** Published in the transaction that permanently deletes an account. Listeners delete the account's data in their packages. */
public record AccountPurged(UUID userId, Instant at) implements AccountEvent {}
