package dev.stagedoor.account;

import java.time.Instant;
import java.util.UUID;

/** Published in the transaction that changes or removes an account's phone number. */
public record PhoneChanged(UUID userId, Instant at) {}
