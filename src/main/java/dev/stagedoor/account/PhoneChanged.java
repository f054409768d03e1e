package dev.stagedoor.account;

import java.time.Instant;
import java.util.UUID;

/** An account with another phone number, or none any more; heard inside the transaction that wrote it. */
public record PhoneChanged(UUID userId, Instant at) {}
