package dev.stagedoor.analytics;

import dev.stagedoor.platform.security.ApiKeyCaller;
import dev.stagedoor.platform.security.CurrentUser;
import java.util.UUID;

/**
 * The requester of statistics: a user with memberships, an admin, or an API key for one company.
 *
 * @param id        the id of the user or API key
 * @param companyId the company of the API key; null for a user
 */
public record StatisticsRequester(UUID id, boolean admin, UUID companyId) {

    /** Exactly one argument is null. */
    public static StatisticsRequester of(CurrentUser person, ApiKeyCaller key) {
        return person != null
                ? new StatisticsRequester(person.userId(), person.admin(), null)
                : new StatisticsRequester(key.id(), false, key.companyId());
    }
}
