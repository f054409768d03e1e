package dev.stagedoor.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.LocalPostgres;
import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The migrations create the same schema on PostgreSQL 15, the oldest supported version. */
@RequiresProgram(Program.POSTGRESQL_15)
@Tag("process")
class OldestPostgresTests {

    @Test
    void oldestVersionHasTheSameSchema() throws Exception {
        try (var server = LocalPostgres.start(Program.POSTGRESQL_15.path())) {
            var old = new SchemaFacts(MigratedDatabase.migrated(server.database()));
            var current = new SchemaFacts(MigratedDatabase.fresh());

            assertThat(old.jdbc()
                            .sql("SHOW server_version_num")
                            .query(String.class)
                            .single())
                    .startsWith("150");
            assertThat(old.tables()).containsExactlyInAnyOrderElementsOf(current.tables());
            assertThat(old.tables()).allSatisfy(table -> {
                assertThat(old.columns(table)).isEqualTo(current.columns(table));
                assertThat(old.constraints(table)).isEqualTo(current.constraints(table));
            });
            assertThat(old.indexes("users")).isEqualTo(current.indexes("users"));
            assertThat(old.indexes("activities")).isEqualTo(current.indexes("activities"));
            assertThat(old.extensions()).containsExactly("plpgsql");
        }
    }
}
