package dev.stagedoor.platform.persistence.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A PostgreSQL server on a free port of localhost. Its data is preserved across restarts. */
@RequiredArgsConstructor
class EmbeddedServer implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration START_WAIT = Duration.ofSeconds(60);

    private static final String OTHER_DIRECTORIES =
            "Set other directories with STAGEDOOR_EMBEDDEDPOSTGRES_DATADIRECTORY=<directory> and"
                    + " STAGEDOOR_EMBEDDEDPOSTGRES_BINARIESDIRECTORY=<directory>, or set SPRING_DATASOURCE_URL.";

    @Getter
    private final Path dataDirectory;

    private final EmbeddedPostgres postgres;
    private final DataDirectoryLock lock;

    static EmbeddedServer start(EmbeddedDatabaseProperties properties) {
        rejectRootWithoutNamespaces();
        try {
            Path dataDirectory = PrivateDirectory.create(properties.dataDirectory());
            Path binaries = PrivateDirectory.create(properties.binariesDirectory());
            EmbeddedServer server = start(dataDirectory, binaries, DataDirectoryLock.acquire(dataDirectory));
            log.info("Embedded PostgreSQL at {}, data in {}", server.getJdbcUrl(), dataDirectory);
            return server;
        } catch (EmbeddedDatabaseException e) {
            throw e;
        } catch (ExceptionInInitializerError e) {
            throw startFailure(properties.dataDirectory().toAbsolutePath(), e.getCause());
        } catch (FileSystemException unwritable) {
            throw new EmbeddedDatabaseException(
                    "The embedded PostgreSQL cannot write %s.".formatted(unwritable.getFile()),
                    OTHER_DIRECTORIES,
                    unwritable);
        } catch (IOException | RuntimeException e) {
            throw startFailure(properties.dataDirectory().toAbsolutePath(), e);
        }
    }

    @Override
    public String getUsername() {
        return "postgres";
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://localhost:%s/postgres".formatted(postgres.getPort());
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            postgres.close();
        }
    }

    private static EmbeddedServer start(Path dataDirectory, Path binaries, DataDirectoryLock lock) throws IOException {
        try {
            new StalePostmaster(dataDirectory).clear();
            return new EmbeddedServer(dataDirectory, launch(dataDirectory, binaries), lock);
        } catch (IOException | RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres launch(Path dataDirectory, Path binaries) throws IOException {
        Path output = logFile(dataDirectory);
        Files.deleteIfExists(output);
        return EmbeddedPostgres.builder()
                .setDataDirectory(dataDirectory)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.resolve("postgres").toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_WAIT)
                .setOutputRedirector(Redirect.appendTo(output.toFile()))
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "64MB")
                .start();
    }

    /** PostgreSQL does not run as root. On Linux, a user namespace can hide the root user. */
    private static void rejectRootWithoutNamespaces() {
        if (PrivateDirectory.userIsRoot() && !LinuxUtils.isUnshareAvailable()) {
            throw new EmbeddedDatabaseException(
                    "PostgreSQL does not run as root, and this system does not permit user namespaces (unshare -U).",
                    "Start the service as a non-root user, or set SPRING_DATASOURCE_URL.");
        }
    }

    private static EmbeddedDatabaseException startFailure(Path dataDirectory, @Nullable Throwable cause) {
        return new EmbeddedDatabaseException(
                "The embedded PostgreSQL did not start on %s: %s"
                        .formatted(dataDirectory, reason(dataDirectory, cause)),
                """
                Its log is %s. If the directory belongs to another user or is incomplete, \
                delete it with its data, set another one with STAGEDOOR_EMBEDDEDPOSTGRES_DATADIRECTORY=<directory>, \
                or set SPRING_DATASOURCE_URL.""".formatted(logFile(dataDirectory)),
                cause);
    }

    /** Returns the last fatal error of the server, such as a full disk or wrong permissions. */
    private static String reason(Path dataDirectory, @Nullable Throwable cause) {
        try (var lines = Files.lines(logFile(dataDirectory))) {
            return lines.filter(line -> line.contains("FATAL:"))
                    .reduce((earlier, later) -> later)
                    .map(line -> line.substring(line.indexOf("FATAL:")))
                    .orElseGet(() -> String.valueOf(cause));
        } catch (IOException | UncheckedIOException unreadable) {
            return String.valueOf(cause);
        }
    }

    private static Path logFile(Path dataDirectory) {
        return dataDirectory.resolveSibling(dataDirectory.getFileName() + ".log");
    }
}
