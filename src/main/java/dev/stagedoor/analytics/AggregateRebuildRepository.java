package dev.stagedoor.analytics;

import dev.stagedoor.platform.persistence.ResultSets;
import dev.stagedoor.platform.persistence.UuidV7;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Statements that recompute the aggregates. Writes require the lock of {@link AggregateRepository}. */
@Repository
@RequiredArgsConstructor
class AggregateRebuildRepository {

    private final JdbcClient jdbc;

    long activities() {
        return jdbc.sql("SELECT count(*) FROM activities.activities")
                .query(Long.class)
                .single();
    }

    /** Returns activities in the order of their ids, starting after {@code last}; null for the first batch. */
    List<UUID> activities(UUID last, int limit) {
        return jdbc.sql("""
                SELECT id FROM activities.activities
                WHERE CAST(:last AS uuid) IS NULL OR id > CAST(:last AS uuid) ORDER BY id LIMIT :limit""")
                .param("last", last)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Returns the stored totals of the activities, including pending changes: one delta per activity, without a day. */
    List<CountDelta> stored(List<UUID> activities) {
        return jdbc.sql("""
                SELECT a.id, COALESCE(rolled_up.added, 0) + COALESCE(pending.added, 0) AS added,
                       COALESCE(rolled_up.removed, 0) + COALESCE(pending.removed, 0) AS removed
                FROM unnest(CAST(:ids AS uuid[])) AS a (id)
                LEFT JOIN LATERAL (
                    SELECT added, removed FROM activities.favorite_days d
                    WHERE d.activity_id = a.id ORDER BY d.day DESC LIMIT 1) rolled_up ON true
                LEFT JOIN LATERAL (
                    SELECT sum(added) AS added, sum(removed) AS removed
                    FROM activities.favorite_changes c WHERE c.activity_id = a.id) pending ON true
                ORDER BY a.id""")
                .param("ids", UuidV7.texts(activities))
                .query((row, number) ->
                        new CountDelta(ResultSets.uuid(row, "id"), null, row.getLong("added"), row.getLong("removed")))
                .list();
    }

    /**
     * Counts the favorites by activity and day, and deletes the pending changes that the counts include. One statement has
     * one snapshot, so a concurrent favorite is either counted or stays pending.
     */
    List<CountDelta> count(List<UUID> activities) {
        return jdbc.sql("""
                WITH dropped AS (
                    DELETE FROM activities.favorite_changes WHERE activity_id = ANY(CAST(:ids AS uuid[])))
                SELECT activity_id, day, sum(added) AS added, sum(removed) AS removed
                FROM (SELECT activity_id, CAST(created_at AT TIME ZONE 'UTC' AS date) AS day, 1 AS added, 0 AS removed
                      FROM activities.user_activity_favorites WHERE activity_id = ANY(CAST(:ids AS uuid[]))
                      UNION ALL
                      SELECT activity_id, favorited_on, 1, 0
                      FROM activities.favorite_removals WHERE activity_id = ANY(CAST(:ids AS uuid[]))
                      UNION ALL
                      SELECT activity_id, removed_on, 0, 1
                      FROM activities.favorite_removals WHERE activity_id = ANY(CAST(:ids AS uuid[]))) changes
                GROUP BY activity_id, day ORDER BY activity_id, day""")
                .param("ids", UuidV7.texts(activities))
                .query(CountDelta::of)
                .list();
    }

    /** Inserts the aggregates of activities that have none. */
    void write(List<CountDelta> counted) {
        CountDelta.bind(jdbc, """
                INSERT INTO activities.favorite_days (activity_id, day, added, removed)
                SELECT change.activity_id, change.day,
                       sum(change.added) OVER (PARTITION BY change.activity_id ORDER BY change.day),
                       sum(change.removed) OVER (PARTITION BY change.activity_id ORDER BY change.day)
                FROM %s""", counted).update();
        CountDelta.bind(jdbc, """
                INSERT INTO activities.favorite_counts (activity_id, number)
                SELECT change.activity_id, sum(change.added - change.removed)
                FROM %s GROUP BY change.activity_id""", counted).update();
    }

    void clear(List<UUID> activities) {
        for (var table : List.of("favorite_days", "favorite_counts")) {
            jdbc.sql("DELETE FROM activities.%s WHERE activity_id = ANY(CAST(:ids AS uuid[]))".formatted(table))
                    .param("ids", UuidV7.texts(activities))
                    .update();
        }
    }

    /** Returns companies in the order of their ids, starting after {@code last}; null for the first batch. */
    List<UUID> companies(UUID last, int limit) {
        return jdbc.sql("""
                SELECT id FROM companies.companies
                WHERE CAST(:last AS uuid) IS NULL OR id > CAST(:last AS uuid) ORDER BY id LIMIT :limit""")
                .param("last", last)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Corrects the daily aggregates of the companies, and returns the companies that differed. */
    List<UUID> correct(List<UUID> companies) {
        return jdbc.sql("WITH sums AS (" + AggregateRepository.COMPANY_DAYS.formatted("a.company_id") + """
                ),
                wrong AS (
                    SELECT company_id, day, COALESCE(sums.added, 0) AS added, COALESCE(sums.removed, 0) AS removed
                    FROM sums FULL JOIN (SELECT * FROM activities.favorite_company_days
                                         WHERE company_id = ANY(CAST(:ids AS uuid[]))) stored USING (company_id, day)
                    WHERE (COALESCE(sums.added, 0), COALESCE(sums.removed, 0))
                          <> (COALESCE(stored.added, 0), COALESCE(stored.removed, 0))),
                corrected AS (
                    INSERT INTO activities.favorite_company_days (company_id, day, added, removed)
                    SELECT company_id, day, added, removed FROM wrong
                    ON CONFLICT (company_id, day) DO UPDATE SET added = excluded.added, removed = excluded.removed)
                SELECT DISTINCT company_id FROM wrong ORDER BY company_id""")
                .param("sign", 1)
                .param("ids", UuidV7.texts(companies))
                .query(UUID.class)
                .list();
    }
}
