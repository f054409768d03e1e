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

/** Takes back the newest migration, by the script beside it, and forgets that it was applied: both or nothing. */
@Slf4j
@JobDefinition(value = "migration-revert", within = MigrationJobs.class, properties = MigrationJobs.SWITCHED_ON)
class MigrationRevert implements Job {

    private final JobOutput console;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final HistoryTable history;

    /** By the connections of Flyway, which may be another role's than the service's. */
    MigrationRevert(Flyway flyway, JobOutput console) {
        var source = flyway.getConfiguration().getDataSource();
        this.console = console;
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
            log.error("No migration is applied, so there is none to revert");
            return false;
        }
        return revert(newest.get());
    }

    private boolean revert(MigrationInfo migration) {
        var undo = undo(migration);
        if (!undo.exists()) {
            log.error("Migration {} cannot be reverted: there is no undo script for it", migration.getScript());
            return false;
        }
        // Whoever still uses a table is not to make everybody else wait behind this.
        jdbc.execute("SET LOCAL lock_timeout = '30s'");
        jdbc.execute(text(undo));
        history.forget(migration);
        console.print("Migration %s %s is reverted".formatted(migration.getVersion(), migration.getDescription()));
        return true;
    }

    /** {@code V013__name.sql} has {@code U013__name.sql}. */
    private static Resource undo(MigrationInfo migration) {
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
