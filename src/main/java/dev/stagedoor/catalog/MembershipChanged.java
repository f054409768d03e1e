package dev.stagedoor.catalog;

import java.util.UUID;

/** Published in the transaction that adds, changes or removes a company membership, or renames the company. */
public record MembershipChanged(UUID userId) {}
