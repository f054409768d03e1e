package dev.stagedoor.favorite;

import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.platform.persistence.UuidV7;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which favorites a list shows.
 *
 * @param type        or null for both
 * @param activityIds or empty for all
 */
public record FavoriteFilter(ActivityType type, List<UUID> activityIds) {

    public FavoriteFilter {
        activityIds = activityIds == null ? List.of() : activityIds;
    }

    boolean isEmpty() {
        return type == null && activityIds.isEmpty();
    }

    StatementSpec bind(StatementSpec query) {
        return query.param("type", type == null ? null : type.name()).param("activities", UuidV7.texts(activityIds));
    }
}
