package dev.stagedoor.account;

import java.time.Instant;
import java.util.UUID;

/** Published in the transaction that creates an account, so that listeners create dependent rows atomically. */
public record AccountRegistered(UUID userId, String language, String timezone, String currency, Instant at) {}
