package dev.stagedoor.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.RunningService;
import dev.stagedoor.support.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service exits with one sentence that contains the setting, without a stack trace and without secrets. */
@Tag("process")
class StartupFailureTests {

    private static final String SECRET = "s3cr3t";

    private final TestDatabase.Url database = TestDatabase.fresh();

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://user:s3cr3t@127.0.0.1:1/db, true",
        "postgres://user:s3cr3t@127.0.0.1:1/db, true",
        "postgres://user:s3cr3t@127.0.0.1:1/db, false",
        "jdbc:postgresql://127.0.0.1:1/db?password=s3cr3t, false"
    })
    void unreachableDatabaseIsReportedWithoutItsPassword(String url, boolean migrates) {
        var output = failure("--spring.datasource.url=" + url, "--spring.flyway.enabled=" + migrates);

        assertThat(output)
                .contains(
                        "Cannot connect to the database at SPRING_DATASOURCE_URL (jdbc:postgresql://127.0.0.1:1/db).");
    }

    @Test
    void secretsOfAllSettingsAreNotLogged() {
        assertThat(failure(
                        "--spring.datasource.url=postgres://user:s3cr3t@127.0.0.1:1/db?sslpassword=s3cr3t",
                        "--spring.flyway.url=jdbc:postgresql://user:s3cr3t@127.0.0.1:1/db",
                        "--spring.flyway.password=s3cr3t",
                        "--spring.data.redis.url=redis://:s3cr3t@127.0.0.1:1",
                        "--stagedoor.cache=redis",
                        "--stagedoor.admin.email=boss@example.com",
                        "--stagedoor.admin.password=s3cr3t",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.password=s3cr3t"))
                .contains("Cannot connect to the database at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://root:s3cr3t@127.0.0.1/db", "jdbc:postgresql://127.0.0.1:port/a/b?password=s3cr3t"})
    void malformedUrlIsReportedWithoutItsPassword(String url) {
        assertThat(failure("--spring.datasource.url=" + url))
                .contains("SPRING_DATASOURCE_URL must have the form postgres://user:password@host:port/database");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQL_ASCII", "LATIN1"})
    void databaseWithAnotherEncodingIsRejected(String encoding) throws SQLException {
        var name = "encoding_" + UUID.randomUUID().toString().replace("-", "");
        execute("CREATE DATABASE %s ENCODING '%s' LOCALE 'C' TEMPLATE template0".formatted(name, encoding));
        try {
            assertThat(failure("--spring.datasource.url=" + database.jdbcUrl().replaceFirst("[^/]+$", name)))
                    .contains("SPRING_DATASOURCE_URL must name a database with the encoding UTF8, but its encoding is "
                            + encoding);
        } finally {
            execute("DROP DATABASE " + name);
        }
    }

    @Test
    void roleWithoutPrivilegesIsReported() throws SQLException {
        var role = "role_" + UUID.randomUUID().toString().replace("-", "");
        execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(role, SECRET));
        try {
            assertThat(failure("--spring.datasource.username=" + role, "--spring.datasource.password=" + SECRET))
                    .contains("The database role " + role + " cannot create the missing schemas");
            for (var schema : List.of("platform", "users", "companies", "activities", "access", "audit")) {
                execute("CREATE SCHEMA " + schema);
            }
            assertThat(failure("--spring.datasource.username=" + role, "--spring.datasource.password=" + SECRET))
                    .contains(
                            "The database role of SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD lacks a privilege",
                            "permission denied for schema platform");
        } finally {
            execute("DROP ROLE " + role);
        }
    }

    @Test
    void foreignSchemaOfTheSameNameIsReported() throws SQLException {
        execute("CREATE SCHEMA users");
        execute("CREATE TABLE users.users (id bigint PRIMARY KEY)");

        assertThat(failure()).contains("reports: ERROR: relation \"users\" already exists.");
    }

    @Test
    void missingTemporaryDirectoryIsReported() {
        assertThat(failure("-Djava.io.tmpdir=/no-such-directory"))
                .contains("The temporary directory /no-such-directory must exist and be writable");
    }

    @ParameterizedTest
    @CsvSource({"server.port, SERVER_PORT", "management.server.port, MANAGEMENT_SERVER_PORT"})
    void usedPortIsReportedBeforeTheMigration(String property, String setting) throws IOException, SQLException {
        try (var other = new ServerSocket(0)) {
            assertThat(failure("--%s=%s".formatted(property, other.getLocalPort())))
                    .contains("Port %s is in use by another process. Set %s".formatted(other.getLocalPort(), setting));
        }
        execute("CREATE SCHEMA platform");
    }

    private String failure(String... settings) {
        try (var service = RunningService.launch(database, RunningService.freePort(), settings)) {
            assertThat(service.awaitExit()).isEqualTo(1);
            var output = String.join("\n", service.lines());
            assertThat(output).doesNotContain("\tat ", "Caused by", SECRET);
            return output;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
