package dev.stagedoor.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.stagedoor.support.LocalPostgres;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The migrations run on PostgreSQL 15 too, the oldest that the data model names, and make the same schema there. */
class OldestPostgresTests {

    private static final Logger LOG = LoggerFactory.getLogger(OldestPostgresTests.class);
    private static final int OLDEST = 15;

    @Test
    void theOldestVersionGetsTheSameSchema() throws Exception {
        try (var server = server()) {
            var old = new SchemaFacts(MigratedDatabase.migrated(server.database()));
            var current = new SchemaFacts(MigratedDatabase.fresh());

            assertThat(old.jdbc()
                            .sql("SHOW server_version_num")
                            .query(String.class)
                            .single())
                    .startsWith(OLDEST + "0");
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

    private static LocalPostgres server() {
        try {
            var programs = LocalPostgres.programs(OLDEST);
            if (programs.isPresent()) {
                return LocalPostgres.start(programs.get());
            }
        } catch (Exception failure) {
            LOG.warn("=== PostgreSQL {} is installed but does not start ===", OLDEST, failure);
        }
        LOG.warn("=== NOT TESTED: there is no PostgreSQL {} on this machine to migrate ===", OLDEST);
        return abort("no PostgreSQL " + OLDEST + " on this machine");
    }
}
