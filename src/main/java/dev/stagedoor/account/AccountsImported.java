package dev.stagedoor.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A batch of accounts was created from a file. Published in the transaction of the inserts. Listeners create dependent rows.
 *
 * @param externalUserIds the accounts with a subject of the first identity provider
 */
public record AccountsImported(List<UUID> userIds, List<UUID> externalUserIds, Instant at) {}
