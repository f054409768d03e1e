package dev.stagedoor.favorite;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.platform.persistence.UuidV7;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The statements of an import: a set of activities at once. */
@Repository
@RequiredArgsConstructor
class FavoriteImport {

    private final JdbcClient jdbc;

    /** Which of the activities the catalog has; they stay until the transaction ends. */
    Set<UUID> known(List<UUID> activityIds) {
        return jdbc.sql("""
                SELECT id FROM activities.activities WHERE id = ANY(CAST(:ids AS uuid[])) ORDER BY id FOR KEY SHARE""")
                .param("ids", UuidV7.texts(activityIds))
                .query(UUID.class)
                .set();
    }

    Set<UUID> saved(UUID userId, List<UUID> activityIds) {
        return jdbc.sql("""
                SELECT activity_id FROM activities.user_activity_favorites
                WHERE user_id = :user AND activity_id = ANY(CAST(:ids AS uuid[]))""")
                .param("user", userId)
                .param("ids", UuidV7.texts(activityIds))
                .query(UUID.class)
                .set();
    }

    int count(UUID userId) {
        return jdbc.sql("SELECT count(*) FROM activities.user_activity_favorites WHERE user_id = ?")
                .param(userId)
                .query(Integer.class)
                .single();
    }

    /** Saves as if one after the other had been saved in this order, a microsecond apart, the last one now. */
    Set<UUID> add(UUID userId, List<UUID> activityIds, Instant now) {
        return jdbc.sql("""
                WITH added AS (
                    INSERT INTO activities.user_activity_favorites (id, user_id, activity_id, created_at)
                    SELECT id, :user, activity_id, :now - (:number - place) * INTERVAL '1 microsecond'
                    FROM unnest(CAST(:ids AS uuid[]), CAST(:activities AS uuid[])) WITH ORDINALITY
                        AS wanted (id, activity_id, place)
                    ORDER BY place
                    ON CONFLICT (user_id, activity_id) DO NOTHING
                    RETURNING activity_id, created_at),
                told AS (
                    INSERT INTO activities.favorite_changes (activity_id, day, added, removed)
                    SELECT activity_id, CAST(created_at AT TIME ZONE 'UTC' AS date), 1, 0 FROM added)
                SELECT activity_id FROM added""")
                .param("user", userId)
                .param(
                        "ids",
                        UuidV7.texts(
                                activityIds.stream().map(id -> UuidV7.next()).toList()))
                .param("activities", UuidV7.texts(activityIds))
                .param("number", activityIds.size())
                .param("now", timestamp(now))
                .query(UUID.class)
                .set();
    }
}
