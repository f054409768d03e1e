package dev.stagedoor.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stagedoor.platform.job.JobOutput;
import dev.stagedoor.schema.MigratedDatabase;
import dev.stagedoor.support.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class HistoryTableTests {

    private final TestDatabase.Url database = TestDatabase.fresh();
    private final Flyway flyway = MigratedDatabase.flyway(database).load();
    private final JdbcTemplate jdbc = new JdbcTemplate(flyway.getConfiguration().getDataSource());
    private final HistoryTable history = new HistoryTable(flyway, jdbc);
    private final TransactionTemplate transaction = new TransactionTemplate(
            new JdbcTransactionManager(flyway.getConfiguration().getDataSource()));

    @Test
    void flywayWaitsForTheLock() {
        flyway.migrate();
        new MigrationRevert(flyway, new JobOutput()).run();

        var migrating = transaction.execute(status -> {
            history.lock();
            var other = CompletableFuture.supplyAsync(flyway::migrate);
            await().pollDelay(Duration.ofSeconds(2)).until(() -> !other.isDone());
            return other;
        });

        assertThat(migrating.join().migrationsExecuted).isEqualTo(1);
    }
}
