package dev.stagedoor.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.platform.job.JobOutput;
import dev.stagedoor.schema.MigratedDatabase;
import dev.stagedoor.support.TestDatabase;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;

/** Each undo script restores the schema before its migration. */
class UndoTests {

    private final TestDatabase.Url database = TestDatabase.fresh();
    private final Catalog catalog = Catalog.of(database);
    private final Flyway flyway = flyway(MigrationVersion.LATEST);

    @Test
    void revertingRestoresTheSchemaBeforeEachMigration() {
        var schemas = migrateStepByStep();
        var top = catalog.lines();

        for (var before : schemas) {
            assertThat(revert().run()).isTrue();
            assertThat(catalog.lines()).isEqualTo(before);
        }
        assertThat(revert().run()).isFalse();

        flyway.migrate();
        assertThat(catalog.lines()).isEqualTo(top);
        flyway.validate();
    }

    /** The catalog before each migration, the newest first. */
    private Deque<List<String>> migrateStepByStep() {
        var schemas = new ArrayDeque<List<String>>();
        var versions = Arrays.stream(flyway.info().pending()).map(migration -> migration.getVersion());
        for (var version : versions.toList()) {
            schemas.push(catalog.lines());
            assertThat(flyway(version).migrate().migrationsExecuted).isEqualTo(1);
        }
        assertThat(schemas).hasSizeGreaterThan(12);
        return schemas;
    }

    private MigrationRevert revert() {
        return new MigrationRevert(flyway, new JobOutput());
    }

    private Flyway flyway(MigrationVersion target) {
        return MigratedDatabase.flyway(database).target(target).load();
    }
}
