package dev.stagedoor.platform.migration;

import dev.stagedoor.platform.job.Job;
import dev.stagedoor.platform.job.JobDefinition;
import dev.stagedoor.platform.job.JobOutput;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import lombok.RequiredArgsConstructor;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Lists the applied and pending migrations. */
@RequiredArgsConstructor
@JobDefinition(value = "migration-status", within = MigrationJobs.class, properties = MigrationJobs.FLYWAY_ENABLED)
class MigrationStatus implements Job {

    private static final String ROW = "%-8s %-45s %-10s %s";

    private final Flyway flyway;
    private final JobOutput output;

    @Override
    public boolean run() {
        var migrations = flyway.info().all();
        output.print(ROW.formatted("version", "description", "state", "applied at"));
        Arrays.stream(migrations)
                .filter(MigrationInfo::isVersioned)
                .map(MigrationStatus::row)
                .forEach(output::print);
        return true;
    }

    private static String row(MigrationInfo migration) {
        var appliedAt = migration.getInstalledOn();
        return ROW.formatted(
                migration.getVersion(),
                migration.getDescription(),
                migration.getState().getDisplayName(),
                appliedAt == null ? "-" : appliedAt.toInstant().truncatedTo(ChronoUnit.SECONDS));
    }
}
