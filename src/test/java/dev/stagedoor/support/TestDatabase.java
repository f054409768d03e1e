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
 * The PostgreSQL server of a test run: the {@link ExternalDatabase} if the environment names one, otherwise a container
 * if a Docker engine is available, otherwise the embedded server.
 */
public final class TestDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(TestDatabase.class);
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final TestDatabase SERVER = start();

    private final Url maintenance;
    private final String address;
    private final String nameFormat;

    /**
     * @param address       the JDBC URL up to the name of the database
     * @param maintenance   the existing database from which others are created
     * @param nameFormat    the names of new databases, as a format of their number
     */
    private TestDatabase(String address, String user, String password, String maintenance, String nameFormat) {
        this.address = address;
        this.maintenance = new Url(address + maintenance, user, password);
        this.nameFormat = nameFormat;
    }

    /** Creates an empty database on the server. */
    public static Url fresh() {
        return SERVER.create(SERVER.nameFormat.formatted(NUMBER.incrementAndGet()));
    }

    private Url create(String name) {
        try (var connection = maintenance.connect();
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
            statement.execute("CREATE DATABASE " + name);
            return new Url(address + name, maintenance.user(), maintenance.password());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static TestDatabase start() {
        return ExternalDatabase.from(System.getenv())
                .map(TestDatabase::external)
                .orElseGet(TestDatabase::containerOrEmbedded);
    }

    private static TestDatabase external(ExternalDatabase database) {
        LOG.warn("=== The tests run on the PostgreSQL server at {} ===", database.address());
        return new TestDatabase(
                database.address(), database.user(), database.password(), database.name(), database.nameFormat());
    }

    private static TestDatabase containerOrEmbedded() {
        if (DockerClientFactory.instance().isDockerAvailable()) {
            try {
                return container();
            } catch (RuntimeException unusable) {
                LOG.warn("=== The Docker engine cannot start PostgreSQL ===", unusable);
            }
        }
        return embedded();
    }

    @SuppressWarnings("resource")
    private static TestDatabase container() {
        LOG.warn("=== The tests run on PostgreSQL in a container (Testcontainers) ===");
        var container = new PostgreSQLContainer("postgres:18").withDatabaseName("postgres");
        container.start();
        var address = "jdbc:postgresql://%s:%s/".formatted(container.getHost(), container.getFirstMappedPort());
        return new TestDatabase(address, container.getUsername(), container.getPassword(), "postgres", "test_%s");
    }

    @SuppressWarnings("resource")
    private static TestDatabase embedded() {
        LOG.warn("=== The tests run on the embedded PostgreSQL because no Docker engine is available ===");
        try {
            var server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(Path.of("target", "postgres").toFile())
                    .setServerConfig("max_connections", "200")
                    .start();
            var address = "jdbc:postgresql://localhost:" + server.getPort() + "/";
            return new TestDatabase(address, "postgres", "postgres", "postgres", "test_%s");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The address of a database and the credentials of its owner. */
    public record Url(String jdbcUrl, String user, String password) {

        public Connection connect() throws SQLException {
            return DriverManager.getConnection(jdbcUrl, user, password);
        }
    }
}
