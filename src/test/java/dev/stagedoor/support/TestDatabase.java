package dev.stagedoor.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The one place that chooses the tests' PostgreSQL: a container where a Docker engine answers, the embedded server
 * elsewhere. There is one server for all tests of a run, and it is always a real PostgreSQL.
 */
public final class TestDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(TestDatabase.class);
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final TestDatabase SERVER = start();

    private final String address;
    private final String user;
    private final String password;

    private TestDatabase(String address, String user, String password) {
        this.address = address;
        this.user = user;
        this.password = password;
    }

    /** A new, empty database on the server. */
    public static Url fresh() {
        var name = "test_" + NUMBER.incrementAndGet();
        try (var connection = new Url(SERVER.address + "postgres", SERVER.user, SERVER.password).connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            return new Url(SERVER.address + name, SERVER.user, SERVER.password);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static TestDatabase start() {
        if (DockerClientFactory.instance().isDockerAvailable()) {
            try {
                return container();
            } catch (RuntimeException unusable) {
                LOG.warn("=== The Docker engine gives no PostgreSQL ===", unusable);
            }
        }
        return embedded();
    }

    @SuppressWarnings("resource")
    private static TestDatabase container() {
        LOG.warn("=== The tests run on PostgreSQL in a container (Testcontainers) ===");
        var container = new PostgreSQLContainer("postgres:18").withDatabaseName("postgres");
        container.start();
        var address = "jdbc:postgresql://%s:%d/".formatted(container.getHost(), container.getFirstMappedPort());
        return new TestDatabase(address, container.getUsername(), container.getPassword());
    }

    @SuppressWarnings("resource")
    private static TestDatabase embedded() {
        LOG.warn("=== The tests run on the embedded PostgreSQL, for want of a Docker engine that gives one ===");
        try {
            var server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(Path.of("target", "postgres").toFile())
                    .setServerConfig("max_connections", "200")
                    .start();
            return new TestDatabase("jdbc:postgresql://localhost:" + server.getPort() + "/", "postgres", "postgres");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where a database is and who may use it. */
    public record Url(String jdbcUrl, String user, String password) {

        public Connection connect() throws SQLException {
            return DriverManager.getConnection(jdbcUrl, user, password);
        }
    }
}
