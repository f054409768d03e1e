package dev.stagedoor.account;

import java.time.Instant;
import java.util.UUID;

/** A new account; heard inside its transaction, so that what belongs to it is made with it or not at all. */
public record AccountRegistered(UUID userId, String language, String timezone, String currency, Instant at) {}
