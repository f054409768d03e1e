package dev.stagedoor.platform.migration;

import dev.stagedoor.platform.job.Job;
import dev.stagedoor.platform.job.JobDefinition;
import dev.stagedoor.platform.job.JobOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import lombok.extern.slf4j.Slf4j;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the undo script of the newest migration and deletes its history entry, in one transaction. */
@Slf4j
@JobDefinition(value = "migration-revert", within = MigrationJobs.class, properties = MigrationJobs.FLYWAY_ENABLED)
class MigrationRevert implements Job {

    private final JobOutput output;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final HistoryTable history;

    /** Uses the connections of Flyway, whose database role may differ from the role of the service. */
    MigrationRevert(Flyway flyway, JobOutput output) {
        var source = flyway.getConfiguration().getDataSource();
        this.output = output;
        this.jdbc = new JdbcTemplate(source);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        this.history = new HistoryTable(flyway, jdbc);
    }

    @Override
    public boolean run() {
        return Boolean.TRUE.equals(transaction.execute(status -> revertNewest()));
    }

    private boolean revertNewest() {
        history.lock();
        var newest = history.newest();
        if (newest.isEmpty()) {
            log.error("No migration has been applied");
            return false;
        }
        return revert(newest.get());
    }

    private boolean revert(MigrationInfo migration) {
        var undoScript = undoScript(migration);
        if (!undoScript.exists()) {
            log.error("Migration {} has no undo script", migration.getScript());
            return false;
        }
        // While this statement waits for a table lock, all later statements on the table wait, too.
        jdbc.execute("SET LOCAL lock_timeout = '30s'");
        jdbc.execute(text(undoScript));
        history.delete(migration);
        output.print("Migration %s %s reverted".formatted(migration.getVersion(), migration.getDescription()));
        return true;
    }

    /** {@code U013__name.sql} reverts {@code V013__name.sql}. */
    private static Resource undoScript(MigrationInfo migration) {
        return new ClassPathResource("db/undo/U" + migration.getScript().substring(1));
    }

    private static String text(Resource script) {
        try {
            return script.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
