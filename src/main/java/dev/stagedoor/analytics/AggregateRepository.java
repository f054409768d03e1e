package dev.stagedoor.analytics;

import dev.stagedoor.platform.persistence.UuidV7;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The aggregate tables, which contain no user ids. Writers hold the lock row, so that one transaction at a time writes. */
@Repository
@RequiredArgsConstructor
class AggregateRepository {

    /** The aggregates by company and day. {@code %s} is the column that {@code :ids} refers to. */
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

    /** Locks the aggregates for the current transaction. Returns false if another transaction holds the lock. */
    boolean tryLock() {
        return !jdbc.sql("SELECT id FROM activities.favorite_folding FOR UPDATE SKIP LOCKED")
                .query(Boolean.class)
                .list()
                .isEmpty();
    }

    /** Locks the aggregates for the current transaction. Waits for another transaction. */
    void lock() {
        jdbc.sql("SELECT id FROM activities.favorite_folding FOR UPDATE")
                .query(Boolean.class)
                .single();
    }

    long countFavorites() {
        return jdbc.sql("SELECT COALESCE(sum(number), 0) FROM activities.favorite_count_parts")
                .query(Long.class)
                .single();
    }

    /** Selects the oldest pending changes, up to {@code limit}, and returns the last of their ids. */
    Optional<Long> lastPendingChange(int limit) {
        return jdbc.sql("""
                SELECT id FROM (SELECT id FROM activities.favorite_changes ORDER BY id LIMIT %s) oldest
                ORDER BY id DESC LIMIT 1""".formatted(limit)).query(Long.class).optional();
    }

    /**
     * Locks the activities with pending changes up to the given id, and returns their ids. Must be called before other
     * rows of the activities are locked, because deleting an activity locks in the same order.
     */
    List<UUID> lockActivities(long last) {
        return jdbc.sql("""
                SELECT id FROM activities.activities
                WHERE id = ANY(ARRAY(SELECT DISTINCT activity_id FROM activities.favorite_changes WHERE id <= ?))
                ORDER BY id FOR KEY SHARE""").param(last).query(UUID.class).list();
    }

    /**
     * Deletes the pending changes of the activities up to the given id, and adds them to the current counts, and to the
     * cumulative numbers of their day and of all later days.
     *
     * @return the number of added changes
     */
    int addPendingChanges(List<UUID> activities, long last) {
        return jdbc.sql("""
                WITH next_version AS (
                    UPDATE activities.favorite_folding SET version = version + 1),
                deleted AS (
                    DELETE FROM activities.favorite_changes
                    WHERE activity_id = ANY(CAST(:ids AS uuid[])) AND id <= :last
                    RETURNING activity_id, day, added, removed),
                change AS (
                    SELECT activity_id, day, sum(added) AS added, sum(removed) AS removed
                    FROM deleted GROUP BY activity_id, day),
                cumulative AS (
                    SELECT activity_id, day, sum(sum(added)) OVER until_day AS added,
                           sum(sum(removed)) OVER until_day AS removed
                    FROM (SELECT activity_id, day, added, removed FROM change
                          UNION ALL
                          SELECT first.activity_id, later.day, 0, 0
                          FROM (SELECT activity_id, min(day) AS day FROM change GROUP BY activity_id) first
                          CROSS JOIN LATERAL (
                              SELECT day FROM activities.favorite_days d
                              WHERE d.activity_id = first.activity_id AND d.day > first.day OFFSET 0) later) days
                    GROUP BY activity_id, day WINDOW until_day AS (PARTITION BY activity_id ORDER BY day)),
                stored_days AS (
                    INSERT INTO activities.favorite_days (activity_id, day, added, removed)
                    SELECT c.activity_id, c.day, COALESCE(stored.added, 0) + c.added,
                           COALESCE(stored.removed, 0) + c.removed
                    FROM cumulative c LEFT JOIN LATERAL (
                        SELECT d.added, d.removed FROM activities.favorite_days d
                        WHERE d.activity_id = c.activity_id AND d.day <= c.day ORDER BY d.day DESC LIMIT 1) stored ON true
                    ON CONFLICT (activity_id, day) DO UPDATE SET added = excluded.added, removed = excluded.removed),
                stored_counts AS (
                    INSERT INTO activities.favorite_counts AS c (activity_id, number)
                    SELECT activity_id, sum(added - removed) FROM change GROUP BY activity_id
                    ON CONFLICT (activity_id) DO UPDATE SET number = c.number + excluded.number),
                stored_company_days AS (
                    INSERT INTO activities.favorite_company_days AS c (company_id, day, added, removed)
                    SELECT a.company_id, change.day, sum(change.added), sum(change.removed)
                    FROM change JOIN activities.activities a ON a.id = change.activity_id
                    GROUP BY a.company_id, change.day
                    ON CONFLICT (company_id, day)
                    DO UPDATE SET added = c.added + excluded.added, removed = c.removed + excluded.removed)
                SELECT count(*) FROM deleted""")
                .param("ids", UuidV7.texts(activities))
                .param("last", last)
                .query(Integer.class)
                .single();
    }

    /** Adds the aggregates of the activities to those of their companies. */
    void addToCompanies(List<UUID> activities) {
        addToCompanies(activities, 1);
    }

    /** Subtracts the aggregates of the activities from those of their companies. */
    void subtractFromCompanies(List<UUID> activities) {
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
