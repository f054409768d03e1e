package dev.stagedoor.support;

import static org.awaitility.Awaitility.await;

import dev.stagedoor.StagedoorApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The service in its own process, with its output. */
public final class RunningService implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(180);

    private final Process process;
    private final Path output;
    private final TestDatabase.Url database;
    private final Http http;

    private RunningService(Process process, Path output, TestDatabase.Url database, int port) {
        this.process = process;
        this.output = output;
        this.database = database;
        this.http = http(port);
    }

    /** Starts the service with a new database on a free port, and waits until it is ready. */
    public static RunningService start(String... settings) {
        return start(TestDatabase.fresh(), freePort(), settings);
    }

    /** Starts the service and waits until it is ready. */
    public static RunningService start(TestDatabase.Url database, int port, String... settings) {
        var service = launch(database, port, settings);
        service.awaitReadiness();
        return service;
    }

    /**
     * Starts the process without waiting.
     *
     * @param settings settings and options of the command line; those that start with {@code -D} are options of the JVM
     */
    public static RunningService launch(TestDatabase.Url database, int port, String... settings) {
        return launch(Map.of(), database, port, command(database, port, settings));
    }

    /** Starts a command with environment variables, without waiting. */
    public static RunningService launch(
            Map<String, String> environment, TestDatabase.Url database, int port, List<String> command) {
        try {
            var output = Files.createTempFile("stagedoor-service", ".out");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            return new RunningService(builder.start(), output, database, port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Http http() {
        return http;
    }

    public People people() {
        return People.registered(http, jdbc());
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));
    }

    /** The output so far. */
    public List<String> lines() {
        try {
            return Files.readAllLines(output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Kills the process with SIGKILL. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    /** Stops the process with SIGTERM and waits until it ends. */
    public void stop() {
        try {
            process.destroy();
            if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The service did not stop within " + TIMEOUT.toSeconds() + " s");
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    /** Waits until the process ends and returns its exit status. */
    public int awaitExit() {
        try {
            if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The process does not end:\n" + String.join("\n", lines()));
            }
            return process.exitValue();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    public void awaitReadiness() {
        try {
            await().atMost(TIMEOUT).ignoreExceptions().until(() -> !process.isAlive() || isReady());
        } finally {
            if (!process.isAlive() || !isReady()) {
                process.destroyForcibly();
                throw new IllegalStateException("The service is not ready:\n" + String.join("\n", lines()));
            }
        }
    }

    private boolean isReady() {
        return http.get("/readyz").send().status() == 200;
    }

    /** The command that starts the application from a class path. */
    public static List<String> java(String classPath, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath));
        Stream.of(arguments).filter(RunningService::isJvmOption).forEach(command::add);
        command.add(StagedoorApplication.class.getName());
        Stream.of(arguments).filter(argument -> !isJvmOption(argument)).forEach(command::add);
        return command;
    }

    private static boolean isJvmOption(String argument) {
        return argument.startsWith("-D");
    }

    private static List<String> command(TestDatabase.Url database, int port, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--management.server.port=0",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--stagedoor.demo-data=false"));
        for (var setting : settings) {
            arguments.removeIf(argument -> argument.split("=")[0].equals(setting.split("=")[0]));
            arguments.add(setting);
        }
        return java(System.getProperty("java.class.path"), arguments.toArray(String[]::new));
    }

    /** Returns a client for a local port. */
    public static Http http(int port) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("port", Map.of("local.server.port", Integer.toString(port))));
        return new Http(environment);
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
