package dev.stagedoor.analytics;

import dev.stagedoor.platform.persistence.ResultSets;
import dev.stagedoor.platform.persistence.UuidV7;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the figures must be, by the rows themselves. Who changes them holds the turn. */
@Repository
@RequiredArgsConstructor
class AggregateRebuildRepository {

    private final JdbcClient jdbc;

    /** How many activities there are. */
    long activities() {
        return jdbc.sql("SELECT count(*) FROM activities.activities")
                .query(Long.class)
                .single();
    }

    /** Activities in the order of their ids, after {@code last}; null for the first. */
    List<UUID> activities(UUID last, int most) {
        return jdbc.sql("""
                SELECT id FROM activities.activities
                WHERE CAST(:last AS uuid) IS NULL OR id > CAST(:last AS uuid) ORDER BY id LIMIT :most""")
                .param("last", last)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** What the figures of activities say, waiting changes included: one row each, without a day. */
    List<CountDelta> known(List<UUID> activities) {
        return jdbc.sql("""
                SELECT a.id, COALESCE(folded.added, 0) + COALESCE(waiting.added, 0) AS added,
                       COALESCE(folded.removed, 0) + COALESCE(waiting.removed, 0) AS removed
                FROM unnest(CAST(:ids AS uuid[])) AS a (id)
                LEFT JOIN LATERAL (
                    SELECT added, removed FROM activities.favorite_days d
                    WHERE d.activity_id = a.id ORDER BY d.day DESC LIMIT 1) folded ON true
                LEFT JOIN LATERAL (
                    SELECT sum(added) AS added, sum(removed) AS removed
                    FROM activities.favorite_changes c WHERE c.activity_id = a.id) waiting ON true
                ORDER BY a.id""")
                .param("ids", UuidV7.texts(activities))
                .query((row, number) ->
                        new CountDelta(ResultSets.uuid(row, "id"), null, row.getLong("added"), row.getLong("removed")))
                .list();
    }

    /**
     * Counts the rows, by activity and day, and drops the waiting changes that they include: both in one snapshot, so a
     * favorite of this very moment is in exactly one of them.
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

    /** Writes what was counted where the figures were cleared. */
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

    /** Companies in the order of their ids, after {@code last}; null for the first. */
    List<UUID> companies(UUID last, int most) {
        return jdbc.sql("""
                SELECT id FROM companies.companies
                WHERE CAST(:last AS uuid) IS NULL OR id > CAST(:last AS uuid) ORDER BY id LIMIT :most""")
                .param("last", last)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** Which of the companies' days are not the sum over their activities'; they are made so. */
    List<UUID> mend(List<UUID> companies) {
        return jdbc.sql("WITH sums AS (" + AggregateRepository.COMPANY_DAYS.formatted("a.company_id") + """
                ),
                wrong AS (
                    SELECT company_id, day, COALESCE(sums.added, 0) AS added, COALESCE(sums.removed, 0) AS removed
                    FROM sums FULL JOIN (SELECT * FROM activities.favorite_company_days
                                         WHERE company_id = ANY(CAST(:ids AS uuid[]))) kept USING (company_id, day)
                    WHERE (COALESCE(sums.added, 0), COALESCE(sums.removed, 0))
                          <> (COALESCE(kept.added, 0), COALESCE(kept.removed, 0))),
                mended AS (
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
