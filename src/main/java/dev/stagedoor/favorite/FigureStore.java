package dev.stagedoor.favorite;

import dev.stagedoor.platform.persistence.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The sums over favorites, which name no person. Who changes them holds the turn. */
@Repository
@RequiredArgsConstructor
class FigureStore {

    private static final String COMPANY_DAYS = """
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

    /** Waits for its turn. */
    void awaitTurn() {
        jdbc.sql("SELECT id FROM activities.favorite_folding FOR UPDATE")
                .query(Boolean.class)
                .single();
    }

    /** The activities of the changes that wait longest, {@code most} changes of them. */
    List<UUID> waiting(int most) {
        return jdbc.sql("""
                SELECT DISTINCT activity_id
                FROM (SELECT activity_id FROM activities.favorite_changes ORDER BY id LIMIT :most) oldest""").param("most", most).query(UUID.class).list();
    }

    /**
     * Those of the activities that exist; they stay until the transaction ends. Before any other row of theirs is touched:
     * who deletes an activity takes it first too.
     */
    List<UUID> hold(List<UUID> activities) {
        return jdbc.sql("""
                SELECT id FROM activities.activities WHERE id = ANY(CAST(:ids AS uuid[])) ORDER BY id FOR KEY SHARE""")
                .param("ids", texts(activities, UUID::toString))
                .query(UUID.class)
                .list();
    }

    /** Takes changes of activities away, at most {@code most} of them, and gives their sums, by activity and day. */
    List<Change> take(List<UUID> activities, int most) {
        return jdbc.sql("""
                WITH taken AS (
                    DELETE FROM activities.favorite_changes
                    WHERE id IN (SELECT id FROM activities.favorite_changes
                                 WHERE activity_id = ANY(CAST(:ids AS uuid[])) ORDER BY id LIMIT :most)
                    RETURNING activity_id, day, added, removed)
                SELECT activity_id, day, sum(added) AS added, sum(removed) AS removed
                FROM taken GROUP BY activity_id, day ORDER BY activity_id, day""")
                .param("ids", texts(activities, UUID::toString))
                .param("most", most)
                .query(FigureStore::change)
                .list();
    }

    /** Adds changes to the days they belong to and to all that follow, and to what stands. */
    void fold(List<Change> changes) {
        // A day that has no row yet begins with what stood at the end of the one before.
        bind("""
                INSERT INTO activities.favorite_days (activity_id, day, added, removed)
                SELECT change.activity_id, change.day, COALESCE(before.added, 0), COALESCE(before.removed, 0)
                FROM %s
                LEFT JOIN LATERAL (
                    SELECT added, removed FROM activities.favorite_days d
                    WHERE d.activity_id = change.activity_id AND d.day < change.day
                    ORDER BY d.day DESC LIMIT 1) before ON true
                ON CONFLICT DO NOTHING""", changes).update();
        bind("""
                UPDATE activities.favorite_days d SET added = d.added + sums.added, removed = d.removed + sums.removed
                FROM (SELECT later.activity_id, later.day, sum(change.added) AS added, sum(change.removed) AS removed
                      FROM %s JOIN activities.favorite_days later
                          ON later.activity_id = change.activity_id AND later.day >= change.day
                      GROUP BY later.activity_id, later.day) sums
                WHERE d.activity_id = sums.activity_id AND d.day = sums.day""", changes).update();
        bind("""
                INSERT INTO activities.favorite_counts AS c (activity_id, number)
                SELECT change.activity_id, sum(change.added - change.removed)
                FROM %s GROUP BY change.activity_id
                ON CONFLICT (activity_id) DO UPDATE SET number = c.number + excluded.number""", changes).update();
        bind("""
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
                .param("ids", texts(activities, UUID::toString))
                .update();
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
        return jdbc.sql("WITH sums AS (" + COMPANY_DAYS.formatted("a.company_id") + """
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
                .param("ids", texts(companies, UUID::toString))
                .query(UUID.class)
                .list();
    }

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
    List<Change> known(List<UUID> activities) {
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
                .param("ids", texts(activities, UUID::toString))
                .query((row, number) ->
                        new Change(Columns.uuid(row, "id"), null, row.getLong("added"), row.getLong("removed")))
                .list();
    }

    /**
     * Counts the rows, by activity and day, and drops the waiting changes that they include: both in one snapshot, so a
     * favorite of this very moment is in exactly one of them.
     */
    List<Change> count(List<UUID> activities) {
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
                .param("ids", texts(activities, UUID::toString))
                .query(FigureStore::change)
                .list();
    }

    /** Writes what was counted where the figures were cleared. */
    void write(List<Change> counted) {
        bind("""
                INSERT INTO activities.favorite_days (activity_id, day, added, removed)
                SELECT change.activity_id, change.day,
                       sum(change.added) OVER (PARTITION BY change.activity_id ORDER BY change.day),
                       sum(change.removed) OVER (PARTITION BY change.activity_id ORDER BY change.day)
                FROM %s""", counted).update();
        bind("""
                INSERT INTO activities.favorite_counts (activity_id, number)
                SELECT change.activity_id, sum(change.added - change.removed)
                FROM %s GROUP BY change.activity_id""", counted).update();
    }

    void clear(List<UUID> activities) {
        for (var table : List.of("favorite_days", "favorite_counts")) {
            jdbc.sql("DELETE FROM activities.%s WHERE activity_id = ANY(CAST(:ids AS uuid[]))".formatted(table))
                    .param("ids", texts(activities, UUID::toString))
                    .update();
        }
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                Columns.uuid(row, "activity_id"),
                row.getObject("day", LocalDate.class),
                row.getLong("added"),
                row.getLong("removed"));
    }

    private StatementSpec bind(String sql, List<Change> changes) {
        return jdbc.sql(sql.formatted("""
                        unnest(CAST(:activities AS uuid[]), CAST(:days AS date[]), CAST(:added AS bigint[]),
                               CAST(:removed AS bigint[])) AS change (activity_id, day, added, removed)"""))
                .param(
                        "activities",
                        texts(changes, change -> change.activityId().toString()))
                .param("days", texts(changes, change -> change.day().toString()))
                .param("added", texts(changes, change -> Long.toString(change.added())))
                .param("removed", texts(changes, change -> Long.toString(change.removed())));
    }

    private static <T> String[] texts(List<T> values, Function<T, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }

    /** How often an activity was added and removed on a day. */
    record Change(UUID activityId, LocalDate day, long added, long removed) {}
}
