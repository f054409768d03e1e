package dev.stagedoor.favorite;

import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.platform.persistence.UuidV7;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The filter of a list of favorites.
 *
 * @param type        null for all types
 * @param activityIds empty for all activities
 */
public record FavoriteFilter(@Nullable ActivityType type, List<UUID> activityIds) {

    static final FavoriteFilter NONE = new FavoriteFilter(null, List.of());

    public FavoriteFilter {
        activityIds = activityIds == null ? List.of() : activityIds;
    }

    static FavoriteFilter ofActivity(UUID activityId) {
        return new FavoriteFilter(null, List.of(activityId));
    }

    /** Returns the SQL condition on the favorite {@code f} and its activity {@code a}. */
    String condition() {
        return (type == null ? "" : "AND a.type = :type ")
                + (activityIds.isEmpty() ? "" : "AND f.activity_id = ANY(CAST(:activities AS uuid[])) ");
    }

    StatementSpec bind(StatementSpec query) {
        var bound = type == null ? query : query.param("type", type.name());
        return activityIds.isEmpty() ? bound : bound.param("activities", UuidV7.texts(activityIds));
    }
}
