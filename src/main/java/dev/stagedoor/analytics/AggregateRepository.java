package dev.stagedoor.analytics;

import dev.stagedoor.platform.persistence.ResultSets;
import dev.stagedoor.platform.persistence.UuidV7;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sums over favorites, which name no person. Who changes them holds the turn. */
@Repository
@RequiredArgsConstructor
class AggregateRepository {

    /** By company and day; {@code %s} is the column that {@code :ids} are of. */
    static final String COMPANY_DAYS = """
            SELECT a.company_id, d.day, :sign * sum(d.added) AS added, :sign * sum(d.removed) AS removed
            FROM activities.activities a CROSS JOIN LATERAL (
                SELECT activity_id, day, added - lag(added, 1, 0::bigint) OVER (ORDER BY day) AS added,
                       removed - lag(removed, 1, 0::bigint) OVER (ORDER BY day) AS removed
                FROM activities.favorite_days WHERE activity_id = a.id) d
            WHERE %s = ANY(CAST(:ids AS uuid[]))
            GROUP BY a.company_id, d.day
            """;

    private final JdbcClient jdbc;

    /** Whether it is this transaction's turn; the others leave the figures alone until it ends. */
    boolean tryTurn() {
        return !jdbc.sql("SELECT id FROM activities.favorite_folding FOR UPDATE SKIP LOCKED")
                .query(Boolean.class)
                .list()
                .isEmpty();
    }

    /** Waits for its turn, to change the figures. */
    void awaitTurn() {
        announce();
    }

    /** The row's own version (xmin) is that of all figures: who remembers some sees that they have changed. */
    private void announce() {
        jdbc.sql("UPDATE activities.favorite_folding SET id = id").update();
    }

    /** Of the changes that wait longest, {@code most} of them: the last one's id, by activity. */
    Map<UUID, Long> waiting(int most) {
        return jdbc
                .sql("""
                SELECT activity_id, max(id) AS last
                FROM (SELECT id, activity_id FROM activities.favorite_changes ORDER BY id LIMIT :most) oldest
                GROUP BY activity_id""")
                .param("most", most)
                .query((row, number) -> Map.entry(ResultSets.uuid(row, "activity_id"), row.getLong("last")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Those of the activities that exist; they stay until the transaction ends. Before any other row of theirs is touched:
     * who deletes an activity takes it first too.
     */
    List<UUID> hold(List<UUID> activities) {
        return jdbc.sql("""
                SELECT id FROM activities.activities WHERE id = ANY(CAST(:ids AS uuid[])) ORDER BY id FOR KEY SHARE""")
                .param("ids", UuidV7.texts(activities))
                .query(UUID.class)
                .list();
    }

    /** Takes the changes of activities away, up to that with an id, and gives their sums, by activity and day. */
    List<CountDelta> take(List<UUID> activities, long last) {
        return jdbc.sql("""
                WITH taken AS (
                    DELETE FROM activities.favorite_changes
                    WHERE activity_id = ANY(CAST(:ids AS uuid[])) AND id <= :last
                    RETURNING activity_id, day, added, removed)
                SELECT activity_id, day, sum(added) AS added, sum(removed) AS removed
                FROM taken GROUP BY activity_id, day ORDER BY activity_id, day""")
                .param("ids", UuidV7.texts(activities))
                .param("last", last)
                .query(CountDelta::of)
                .list();
    }

    /** Adds changes to the days they belong to and to all that follow, and to what stands. */
    void fold(List<CountDelta> changes) {
        announce();
        // A day that has no row yet begins with what stood at the end of the one before.
        CountDelta.bind(jdbc, """
                INSERT INTO activities.favorite_days (activity_id, day, added, removed)
                SELECT change.activity_id, change.day, COALESCE(before.added, 0), COALESCE(before.removed, 0)
                FROM %s
                LEFT JOIN LATERAL (
                    SELECT added, removed FROM activities.favorite_days d
                    WHERE d.activity_id = change.activity_id AND d.day < change.day
                    ORDER BY d.day DESC LIMIT 1) before ON true
                ON CONFLICT DO NOTHING""", changes).update();
        // All of these days are there, so each is found by its key: as an UPDATE this would read the whole table.
        CountDelta.bind(jdbc, """
                INSERT INTO activities.favorite_days AS d (activity_id, day, added, removed)
                SELECT change.activity_id, later.day, sum(change.added), sum(change.removed)
                FROM %s CROSS JOIN LATERAL (
                    SELECT day FROM activities.favorite_days
                    WHERE activity_id = change.activity_id AND day >= change.day OFFSET 0) later
                GROUP BY change.activity_id, later.day
                ON CONFLICT (activity_id, day)
                DO UPDATE SET added = d.added + excluded.added, removed = d.removed + excluded.removed""", changes).update();
        CountDelta.bind(jdbc, """
                INSERT INTO activities.favorite_counts AS c (activity_id, number)
                SELECT change.activity_id, sum(change.added - change.removed)
                FROM %s GROUP BY change.activity_id
                ON CONFLICT (activity_id) DO UPDATE SET number = c.number + excluded.number""", changes).update();
        CountDelta.bind(jdbc, """
                INSERT INTO activities.favorite_company_days AS c (company_id, day, added, removed)
                SELECT a.company_id, change.day, sum(change.added), sum(change.removed)
                FROM %s JOIN activities.activities a ON a.id = change.activity_id
                GROUP BY a.company_id, change.day
                ON CONFLICT (company_id, day)
                DO UPDATE SET added = c.added + excluded.added, removed = c.removed + excluded.removed""", changes).update();
    }

    /** Adds the days of activities to those of their companies. */
    void join(List<UUID> activities) {
        addToCompanies(activities, 1);
    }

    /** Takes the days of activities out of those of their companies. */
    void part(List<UUID> activities) {
        addToCompanies(activities, -1);
    }

    private void addToCompanies(List<UUID> activities, int sign) {
        jdbc.sql("INSERT INTO activities.favorite_company_days AS c (company_id, day, added, removed) "
                        + COMPANY_DAYS.formatted("a.id")
                        + """
                        ON CONFLICT (company_id, day)
                        DO UPDATE SET added = c.added + excluded.added, removed = c.removed + excluded.removed""")
                .param("sign", sign)
                .param("ids", UuidV7.texts(activities))
                .update();
    }
}
