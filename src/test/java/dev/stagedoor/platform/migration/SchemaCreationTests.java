package dev.stagedoor.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.platform.job.JobOutput;
import dev.stagedoor.platform.job.Jobs;
import dev.stagedoor.schema.MigratedDatabase;
import dev.stagedoor.support.TestDatabase;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The migrations run as a role without CREATE on the database. */
@ExtendWith(OutputCaptureExtension.class)
class SchemaCreationTests {

    private static final List<String> SCHEMAS =
            List.of("platform", "users", "companies", "activities", "access", "audit");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String role = "migrations_" + NUMBER.incrementAndGet();
    private final TestDatabase.Url database = TestDatabase.fresh();
    private final TestDatabase.Url restricted = new TestDatabase.Url(database.jdbcUrl(), role, "secret");
    private final JdbcClient superuser = Catalog.of(database).jdbc();

    @BeforeEach
    void createRole() {
        superuser.sql("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'").update();
    }

    @AfterEach
    void dropRole() {
        superuser.sql("DROP OWNED BY " + role).update();
        superuser.sql("DROP ROLE " + role).update();
    }

    @Test
    void roleWithoutCreateOnTheDatabaseMigratesExistingSchemas() {
        SCHEMAS.forEach(this::createSchema);

        assertThat(new Jobs(restricted).run("migrate")).isZero();

        assertThat(superuser
                        .sql("SELECT DISTINCT tableowner FROM pg_tables WHERE tablename IN ('users', 'audit_events')")
                        .query(String.class)
                        .list())
                .containsExactly(role);
    }

    @Test
    void roleWithoutCreateOnTheDatabaseRevertsAllMigrations() {
        SCHEMAS.forEach(this::createSchema);
        MigratedDatabase.migrated(restricted);
        var flyway = MigratedDatabase.flyway(restricted).load();
        var revert = new MigrationRevert(flyway, new JobOutput());

        for (var migration : flyway.info().applied()) {
            assertThat(revert.run()).as(migration.getScript()).isTrue();
        }

        assertThat(flyway.migrate().success).isTrue();
    }

    @Test
    void roleThatCannotCreateSchemasIsReportedInOneSentence(CapturedOutput output) {
        var begin = output.length();

        assertThat(new Jobs(restricted).run("migrate")).isEqualTo(1);

        assertThat(output.toString().substring(begin).lines())
                .singleElement()
                .asString()
                .endsWith(
                        "The job migrate failed: " + sentence("platform, users, companies, activities, access, audit"));
        assertThat(superuser
                        .sql("SELECT 1 FROM pg_namespace WHERE nspname = 'platform'")
                        .query()
                        .listOfRows())
                .isEmpty();
    }

    @Test
    void failedStartNamesTheMissingSchemas(CapturedOutput output) {
        SCHEMAS.stream().filter(schema -> !schema.equals("audit")).forEach(this::createSchema);
        var service = new SpringApplicationBuilder(Database.class).web(WebApplicationType.NONE);

        assertThatThrownBy(() -> service.run(new Jobs(restricted).settings())).isNotNull();

        assertThat(output)
                .contains("APPLICATION FAILED TO START", sentence("audit"))
                .doesNotContain("\tat ");
    }

    private void createSchema(String schema) {
        superuser.sql("CREATE SCHEMA " + schema).update();
        superuser.sql("GRANT USAGE, CREATE ON SCHEMA " + schema + " TO " + role).update();
    }

    private String sentence(String schemas) {
        return "The database role %s cannot create the missing schemas %s: grant it CREATE on the database, or create them and grant it USAGE and CREATE on each."
                .formatted(role, schemas);
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    @Import(SchemaCreation.class)
    static class Database {}
}
