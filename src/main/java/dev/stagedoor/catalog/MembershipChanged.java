package dev.stagedoor.catalog;

import java.util.UUID;

/** Somebody belongs to a company, or does no longer, or as something else; heard inside the transaction that wrote it. */
public record MembershipChanged(UUID userId) {}
