package dev.stagedoor.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.StagedoorApplication;
import dev.stagedoor.support.RunningService;
import dev.stagedoor.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the service with environment variables only, from a JAR file and from the class files of the build. */
@Tag("process")
class EnvironmentVariableTests {

    private final TestDatabase.Url database = TestDatabase.fresh();
    private final int port = RunningService.freePort();

    @TempDir
    Path directory;

    @Test
    void packagedServiceReadsTheVariablesOfHostingProviders() throws IOException {
        var environment = Map.of(
                "DATABASE_URL", hostingUrl() + "?sslmode=prefer\n",
                "PORT", port + "\n",
                "MANAGEMENT_SERVER_PORT", "0",
                "STAGEDOOR_ADMIN_EMAIL", "boss@example.com\n",
                "STAGEDOOR_ADMIN_PASSWORD", "keys-of-the-whole-house\n");
        try (var service = RunningService.launch(environment, database, port, RunningService.java(packaged()))) {
            service.awaitReadiness();

            service.http().post("/auth/login", """
                            {"email": "boss@example.com", "password": "keys-of-the-whole-house"}""").send().expect(200);
            assertThat(String.join("\n", service.lines())).doesNotContain("keys-of-the-whole-house");
        }
    }

    @Test
    void springVariablesHavePrecedence() throws IOException {
        var environment = springVariables();
        environment.put("DATABASE_URL", "postgres://other:s3cr3t@127.0.0.1:1/other");
        environment.put("PORT", "1");
        try (var service = RunningService.launch(environment, database, port, RunningService.java(packaged()))) {
            service.awaitReadiness();
        }
    }

    @Test
    void serviceFromSourcesIgnoresTheVariablesOfHostingProviders() {
        var environment = Map.of(
                "DATABASE_URL", hostingUrl(),
                "PORT", "1",
                "SERVER_PORT", "0",
                "MANAGEMENT_SERVER_PORT", "0",
                "STAGEDOOR_EMBEDDEDPOSTGRES_ENABLED", "false");
        var command = RunningService.java(System.getProperty("java.class.path"));
        try (var service = RunningService.launch(environment, database, port, command)) {
            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(String.join("\n", service.lines())).contains("No database is configured.");
        }
    }

    @Test
    void unusableUrlIsReportedWithoutItsPassword() throws IOException {
        var environment = Map.of("DATABASE_URL", "postgres://user:s3cr3t@127.0.0.1:1/db", "SERVER_PORT", "" + port);
        try (var service = RunningService.launch(environment, database, port, RunningService.java(packaged()))) {
            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(String.join("\n", service.lines()))
                    .contains("Cannot connect to the database at DATABASE_URL (jdbc:postgresql://127.0.0.1:1/db).")
                    .doesNotContain("s3cr3t", "\tat ");
        }
    }

    private Map<String, String> springVariables() {
        return new HashMap<>(Map.of(
                "SPRING_DATASOURCE_URL", database.jdbcUrl(),
                "SPRING_DATASOURCE_USERNAME", database.user(),
                "SPRING_DATASOURCE_PASSWORD", database.password(),
                "SERVER_PORT", "" + port,
                "MANAGEMENT_SERVER_PORT", "0"));
    }

    private String hostingUrl() {
        return database.jdbcUrl()
                .replace("jdbc:postgresql://", "postgres://%s:%s@".formatted(database.user(), database.password()));
    }

    /** Replaces the directory of the classes by a JAR file. */
    private String packaged() throws IOException {
        var classes = Path.of(StagedoorApplication.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        var jar = directory.resolve("stagedoor.jar");
        assertThat(ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(System.out, System.err, "--create", "--file=" + jar, "-C", classes.toString(), "."))
                .isZero();
        var separator = System.getProperty("path.separator");
        var entries = System.getProperty("java.class.path").split(separator);
        for (var index = 0; index < entries.length; index++) {
            if (Files.isSameFile(Path.of(entries[index]), classes)) {
                entries[index] = jar.toString();
            }
        }
        return String.join(separator, entries);
    }
}
