package dev.stagedoor.platform.migration;

import dev.stagedoor.platform.job.FailureMessage;
import dev.stagedoor.platform.job.Job;
import dev.stagedoor.platform.job.JobDefinition;
import dev.stagedoor.platform.job.JobOutput;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.internal.exception.FlywayMigrateException;

/** Applies pending migrations. */
@Slf4j
@RequiredArgsConstructor
@JobDefinition(value = "migrate", within = MigrationJobs.class, properties = MigrationJobs.FLYWAY_ENABLED)
class Migration implements Job {

    private final Flyway flyway;
    private final JobOutput output;

    @Override
    public boolean run() {
        try {
            var applied = flyway.migrate().migrations;
            applied.forEach(migration -> output.print(migration.version + " " + migration.description));
            output.print("%s migration%s applied, schema version %s"
                    .formatted(
                            applied.size(),
                            applied.size() == 1 ? "" : "s",
                            flyway.info().current().getVersion()));
            return true;
        } catch (FlywayMigrateException failure) {
            var failed = failure.getMigration();
            log.error(
                    "Migration {} failed and was rolled back: {}",
                    failed.getScript(),
                    FailureMessage.sentence(failure));
            return false;
        }
    }
}
