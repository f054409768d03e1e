package dev.stagedoor.analytics;

import dev.stagedoor.platform.security.ApiKeyCaller;
import dev.stagedoor.platform.security.CurrentUser;
import java.util.UUID;

/**
 * Who looks at figures: a person, by its memberships or as an admin, or a service, for the one company of its key.
 *
 * @param id        the person, or the key
 * @param companyId the key's company; null for a person
 */
public record StatisticsRequester(UUID id, boolean admin, UUID companyId) {

    /** One of the two is null. */
    public static StatisticsRequester of(CurrentUser person, ApiKeyCaller key) {
        return person != null
                ? new StatisticsRequester(person.id(), person.admin(), null)
                : new StatisticsRequester(key.id(), false, key.companyId());
    }
}
