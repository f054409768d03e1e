package dev.stagedoor.favorite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.schema.FilledDatabase;
import dev.stagedoor.schema.MigratedDatabase;
import dev.stagedoor.support.TestDatabase;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Folding finds the days that it changes by their keys, of which there are few, and does not read the days of all years. */
@Tag("reliability")
class FoldingPlanTests {

    @Test
    void doesNotReadTheWholeTable() {
        var database = TestDatabase.fresh();
        FilledDatabase.filled(MigratedDatabase.migrated(database));
        var connection = new SingleConnectionDataSource(database.jdbcUrl(), database.user(), database.password(), true);
        try {
            var jdbc = JdbcClient.create(connection);
            var changes = jdbc.sql("SELECT id FROM activities.activities LIMIT 1000").query(UUID.class).list().stream()
                    .map(activity -> new FigureChange(activity, LocalDate.now(), 2, 1))
                    .toList();
            var before = wholeReads(jdbc);

            new FigureStore(jdbc).fold(changes);

            assertThat(wholeReads(jdbc)).isEqualTo(before);
        } finally {
            connection.destroy();
        }
    }

    private static long wholeReads(JdbcClient jdbc) {
        jdbc.sql("SELECT pg_stat_force_next_flush()").query().listOfRows();
        return jdbc.sql("SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'favorite_days'")
                .query(Long.class)
                .single();
    }
}
