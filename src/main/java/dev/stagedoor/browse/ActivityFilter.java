package dev.stagedoor.browse;

import dev.stagedoor.catalog.ActivityType;
import java.util.UUID;

/**
 * Which activities are browsed, and in which order.
 *
 * @param search    a part of the title in any case, or null
 * @param type      or null for both
 * @param companyId or null for all
 */
public record ActivityFilter(String search, ActivityType type, UUID companyId, ActivitySort sort) {

    public ActivityFilter {
        search = search == null || search.isBlank() ? null : search.strip();
    }
}
