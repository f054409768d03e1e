package dev.stagedoor.analytics;

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

    List<UUID> companies() {
        return jdbc.sql("SELECT id FROM companies.companies ORDER BY id")
                .query(UUID.class)
                .list();
    }

    /** Locks the activities of the companies in the order of their ids, as deleting an activity does, and returns them. */
    List<UUID> lockActivities(List<UUID> companies) {
        return jdbc.sql("""
                SELECT id FROM activities.activities WHERE company_id = ANY(CAST(:ids AS uuid[])) ORDER BY id FOR KEY SHARE""")
                .param("ids", UuidV7.texts(companies))
                .query(UUID.class)
                .list();
    }

    /**
     * Recomputes the aggregates of the activities from the favorites and removals, and deletes the pending changes that they
     * include. One statement has one snapshot, so a concurrent favorite is either counted or stays pending.
     *
     * @return the activities whose totals differed
     */
    List<Difference> replace(List<UUID> activities) {
        return jdbc.sql("""
                WITH counted AS MATERIALIZED (
                    SELECT activity_id, day, sum(sum(added)) OVER until_day AS added,
                           sum(sum(removed)) OVER until_day AS removed
                    FROM (SELECT activity_id, CAST(created_at AT TIME ZONE 'UTC' AS date) AS day, 1 AS added, 0 AS removed
                          FROM activities.user_activity_favorites WHERE activity_id = ANY(CAST(:ids AS uuid[]))
                          UNION ALL
                          SELECT activity_id, favorited_on, 1, 0
                          FROM activities.favorite_removals WHERE activity_id = ANY(CAST(:ids AS uuid[]))
                          UNION ALL
                          SELECT activity_id, removed_on, 0, 1
                          FROM activities.favorite_removals WHERE activity_id = ANY(CAST(:ids AS uuid[]))) changes
                    GROUP BY activity_id, day WINDOW until_day AS (PARTITION BY activity_id ORDER BY day)),
                latest AS MATERIALIZED (
                    SELECT DISTINCT ON (activity_id) activity_id, added, removed FROM counted ORDER BY activity_id, day DESC),
                included AS (
                    DELETE FROM activities.favorite_changes WHERE activity_id = ANY(CAST(:ids AS uuid[]))),
                obsolete_days AS (
                    DELETE FROM activities.favorite_days d
                    WHERE activity_id = ANY(CAST(:ids AS uuid[]))
                      AND NOT EXISTS (SELECT FROM counted c WHERE c.activity_id = d.activity_id AND c.day = d.day)),
                obsolete_counts AS (
                    DELETE FROM activities.favorite_counts c
                    WHERE activity_id = ANY(CAST(:ids AS uuid[]))
                      AND NOT EXISTS (SELECT FROM latest WHERE latest.activity_id = c.activity_id)),
                stored_days AS (
                    INSERT INTO activities.favorite_days (activity_id, day, added, removed)
                    SELECT activity_id, day, added, removed FROM counted
                    ON CONFLICT (activity_id, day) DO UPDATE SET added = excluded.added, removed = excluded.removed),
                stored_counts AS (
                    INSERT INTO activities.favorite_counts (activity_id, number)
                    SELECT activity_id, added - removed FROM latest
                    ON CONFLICT (activity_id) DO UPDATE SET number = excluded.number)
                SELECT a.id AS activity_id, stored.added AS stored_added, stored.removed AS stored_removed,
                       COALESCE(latest.added, 0) AS counted_added, COALESCE(latest.removed, 0) AS counted_removed
                FROM unnest(CAST(:ids AS uuid[])) AS a (id)
                LEFT JOIN latest ON latest.activity_id = a.id
                CROSS JOIN LATERAL (
                    SELECT COALESCE(sum(added), 0) AS added, COALESCE(sum(removed), 0) AS removed
                    FROM ((SELECT added, removed FROM activities.favorite_days
                           WHERE activity_id = a.id ORDER BY day DESC LIMIT 1)
                          UNION ALL
                          SELECT added, removed FROM activities.favorite_changes WHERE activity_id = a.id) parts) stored
                WHERE (stored.added, stored.removed) <> (COALESCE(latest.added, 0), COALESCE(latest.removed, 0))
                ORDER BY a.id""")
                .param("ids", UuidV7.texts(activities))
                .query(Difference.class)
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

    /** The totals of an activity before and after the recomputation. */
    record Difference(UUID activityId, long storedAdded, long storedRemoved, long countedAdded, long countedRemoved) {}
}
