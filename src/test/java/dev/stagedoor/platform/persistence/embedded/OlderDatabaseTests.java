package dev.stagedoor.platform.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.platform.job.Jobs;
import dev.stagedoor.platform.migration.SchemaCreation;
import dev.stagedoor.schema.MigratedDatabase;
import dev.stagedoor.support.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service starts on a database that another version has migrated. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("process")
class OlderDatabaseTests {

    private static final String RESET = "The embedded database belongs to another version of Stagedoor. Delete the"
            + " directory %s to start with an empty one.";
    private static final String MISMATCH =
            "The schema history of the database %s does not match this version of Stagedoor.";

    private final TestDatabase.Url database = TestDatabase.fresh();

    @Test
    void embeddedDatabaseOfAnotherVersionIsReportedWithTheDirectoryToDelete(
            CapturedOutput output, @TempDir Path directory) throws Exception {
        var data = directory.toRealPath().resolve("pg18");
        var settings = new String[] {
            "--stagedoor.embedded-postgres.data-directory=" + data,
            "--stagedoor.embedded-postgres.binaries-directory=.data/bin"
        };
        try (var service = start(settings)) {
            changeHistory(service.getBean(JdbcClient.class));
        }

        var begin = output.length();
        assertThatThrownBy(() -> start(settings)).isNotNull();

        assertThat(output.toString().substring(begin))
                .contains(RESET.formatted(data))
                .doesNotContain("\tat ");
    }

    @Test
    void externalDatabaseOfAnotherVersionIsReportedWithoutAReset(CapturedOutput output) {
        changeHistory(MigratedDatabase.migrated(database));

        var begin = output.length();
        assertThatThrownBy(() -> start(new Jobs(database).settings())).isNotNull();

        assertThat(output.toString().substring(begin))
                .contains(MISMATCH.formatted(database.jdbcUrl()))
                .doesNotContain("\tat ", "delete");
    }

    @Test
    void jobReportsADatabaseOfAnotherVersionInOneSentence(CapturedOutput output) {
        changeHistory(MigratedDatabase.migrated(database));

        var begin = output.length();
        assertThat(new Jobs(database).run("migrate")).isEqualTo(1);

        assertThat(output.toString().substring(begin).lines())
                .singleElement()
                .asString()
                .endsWith("The job migrate failed: " + MISMATCH.formatted(database.jdbcUrl()));
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(Database.class)
                .web(WebApplicationType.NONE)
                .run(settings);
    }

    private static void changeHistory(JdbcClient jdbc) {
        jdbc.sql("UPDATE platform.flyway_schema_history SET checksum = checksum + 1 WHERE version = '001'")
                .update();
    }

    @ImportAutoConfiguration({
        EmbeddedDatabaseAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @Import(SchemaCreation.class)
    static class Database {}
}
