package dev.stagedoor.platform.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.ResourceLoader;

@ExtendWith(OutputCaptureExtension.class)
@Tag("process")
class FailureReportTests {

    @Test
    void packagedJarWithoutADatabaseReportsTheSetting(CapturedOutput output) {
        ResourceLoader packaged = new DefaultResourceLoader(new FilteredClassLoader(EmbeddedPostgres.class));

        assertThatThrownBy(() -> service().resourceLoader(packaged).run()).isNotNull();

        assertThat(output)
                .contains("No database is configured.", "SPRING_DATASOURCE_URL=jdbc:postgresql:", "./mvnw")
                .doesNotContain("H2", "\tat ");
    }

    @Test
    void urlWithoutDriverIsReportedBySpringBoot(CapturedOutput output) {
        assertThatThrownBy(() -> service().run("--spring.datasource.url=jdbc:unknown:stagedoor"))
                .isNotNull();

        assertThat(output)
                .contains("APPLICATION FAILED TO START", "driver")
                .doesNotContain("No database is configured.");
    }

    @Test
    void directoryInUseIsReportedWithAnAction(CapturedOutput output, @TempDir Path directory) throws Exception {
        Path dataDirectory = directory.toRealPath().resolve("pg18");
        DataDirectoryLock lock = DataDirectoryLock.acquire(dataDirectory);
        try (lock) {
            assertThatThrownBy(() -> service().run("--stagedoor.embedded-postgres.data-directory=" + dataDirectory))
                    .isNotNull();
        }

        assertThat(output)
                .contains("in use by another running service", "Stop the other service")
                .doesNotContain("\tat ");
    }

    @Test
    void unwritableDirectoryIsReportedInOneSentence(CapturedOutput output, @TempDir Path directory) throws IOException {
        var file = Files.createFile(directory.toRealPath().resolve("file"));

        assertThatThrownBy(() -> service().run("--stagedoor.embedded-postgres.data-directory=" + file.resolve("pg18")))
                .isNotNull();

        assertThat(output)
                .contains("The embedded PostgreSQL cannot write " + file, "STAGEDOOR_EMBEDDEDPOSTGRES_DATADIRECTORY")
                .doesNotContain("\tat ");
    }

    @Test
    void fatalErrorOfTheServerIsQuoted(CapturedOutput output, @TempDir Path directory) throws IOException {
        var data = Files.createDirectory(directory.toRealPath().resolve("pg18"));
        Files.writeString(data.resolve("PG_VERSION"), "9.6\n");
        Files.createFile(data.resolve("postgresql.conf"));

        assertThatThrownBy(() -> service().run("--stagedoor.embedded-postgres.data-directory=" + data))
                .isNotNull();

        assertThat(output).contains("did not start on " + data + ": FATAL: ").doesNotContain("\tat ");
    }

    private static SpringApplicationBuilder service() {
        return new SpringApplicationBuilder(DatabaseOnly.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=none");
    }

    @ImportAutoConfiguration({EmbeddedDatabaseAutoConfiguration.class, DataSourceAutoConfiguration.class})
    static class DatabaseOnly {}
}
