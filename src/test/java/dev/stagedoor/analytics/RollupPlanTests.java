package dev.stagedoor.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.schema.FilledDatabase;
import dev.stagedoor.schema.MigratedDatabase;
import dev.stagedoor.support.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The rollup reads only the rows that it changes, and each of them once. */
@Tag("reliability")
class RollupPlanTests {

    private SingleConnectionDataSource connection;
    private JdbcClient jdbc;
    private AggregateRepository aggregates;

    @BeforeEach
    void fill() {
        var database = TestDatabase.fresh();
        FilledDatabase.filled(MigratedDatabase.migrated(database));
        connection = new SingleConnectionDataSource(database.jdbcUrl(), database.user(), database.password(), true);
        jdbc = JdbcClient.create(connection);
        aggregates = new AggregateRepository(jdbc);
    }

    @AfterEach
    void end() {
        connection.destroy();
    }

    @Test
    void rollupReadsDaysByTheirKeys() {
        var activities = activitiesWithPendingChanges();
        var before = statistic("seq_scan", "favorite_days");

        aggregates.addPendingChanges(activities, Long.MAX_VALUE);

        assertThat(statistic("seq_scan", "favorite_days")).isEqualTo(before);
    }

    @Test
    void rollupReadsEachPendingChangeOnce() {
        var activities = activitiesWithPendingChanges();
        var last = aggregates.lastPendingChange(3 * activities.size() - 1).orElseThrow();
        var before = changesRead();

        var added = aggregates.addPendingChanges(activities, last);

        assertThat(added).isEqualTo(3 * activities.size() - 1);
        assertThat(changesRead() - before).isBetween(3L * activities.size() - 1, 4L * activities.size());
        assertThat(aggregates.lockActivities(Long.MAX_VALUE)).hasSize(1);
    }

    private List<UUID> activitiesWithPendingChanges() {
        var activities = jdbc.sql("SELECT id FROM activities.activities ORDER BY id LIMIT 1000")
                .query(UUID.class)
                .list();
        jdbc.sql("DELETE FROM activities.favorite_changes").update();
        jdbc.sql("""
                INSERT INTO activities.favorite_changes (activity_id, day, added, removed)
                SELECT id, current_date, 1, 0 FROM unnest(CAST(:ids AS uuid[])) AS id, generate_series(1, 3)""")
                .param("ids", activities.stream().map(UUID::toString).toArray(String[]::new))
                .update();
        return activities;
    }

    private long changesRead() {
        return statistic("COALESCE(idx_tup_fetch, 0) + seq_tup_read", "favorite_changes");
    }

    private long statistic(String column, String table) {
        jdbc.sql("SELECT pg_stat_force_next_flush()").query().listOfRows();
        return jdbc.sql("SELECT " + column + " FROM pg_stat_user_tables WHERE relname = ?")
                .param(table)
                .query(Long.class)
                .single();
    }
}
