package dev.stagedoor.platform.migration;

import dev.stagedoor.platform.job.Job;
import dev.stagedoor.platform.job.JobDefinition;
import dev.stagedoor.platform.job.JobOutput;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import lombok.RequiredArgsConstructor;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Lists the migrations, applied and waiting. */
@RequiredArgsConstructor
@JobDefinition(value = "migration-status", within = MigrationJobs.class, properties = MigrationJobs.SWITCHED_ON)
class MigrationStatus implements Job {

    private static final String ROW = "%-8s %-45s %-10s %s";

    private final Flyway flyway;
    private final JobOutput console;

    @Override
    public boolean run() {
        var migrations = flyway.info().all();
        console.print(ROW.formatted("version", "description", "state", "applied at"));
        Arrays.stream(migrations)
                .filter(MigrationInfo::isVersioned)
                .map(MigrationStatus::row)
                .forEach(console::print);
        return true;
    }

    private static String row(MigrationInfo migration) {
        var at = migration.getInstalledOn();
        return ROW.formatted(
                migration.getVersion(),
                migration.getDescription(),
                migration.getState().getDisplayName(),
                at == null ? "-" : at.toInstant().truncatedTo(ChronoUnit.SECONDS));
    }
}
