package dev.stagedoor.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A server of the PostgreSQL packages of this machine, with a new data directory. Stopped and deleted when closed. */
public final class LocalPostgres implements AutoCloseable {

    private final Path programs;
    private final Path directory;
    private final int port;

    private LocalPostgres(Path programs, Path directory, int port) {
        this.programs = programs;
        this.directory = directory;
        this.port = port;
    }

    public static LocalPostgres start(Path programs) throws IOException {
        return start(programs, Files.createTempDirectory("stagedoor-postgres"), "-c fsync=off");
    }

    /** Starts a server in an empty directory, with additional server options. */
    public static LocalPostgres start(Path programs, Path directory, String options) throws IOException {
        var server = prepared(programs, directory);
        server.call("initdb", "-D", server.data(), "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync");
        server.start(options);
        return server;
    }

    /** Starts a standby that streams from this server. */
    public LocalPostgres standby() throws IOException {
        var standby = prepared(programs, Files.createTempDirectory("stagedoor-standby"));
        standby.call(
                "pg_basebackup",
                "-D",
                standby.data(),
                "-R",
                "-X",
                "stream",
                "-c",
                "fast",
                "-d",
                "host=127.0.0.1 user=postgres port=" + port);
        standby.start("");
        return standby;
    }

    /** Promotes a standby to primary. */
    public void promote() {
        call("pg_ctl", "-D", data(), "-w", "promote");
    }

    public void start(String options) {
        var all = "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -p " + port + " " + options;
        var log = directory.resolve("log");
        try {
            call("pg_ctl", "-D", data(), "-w", "-l", log.toString(), "-o", all, "start");
        } catch (IllegalStateException failure) {
            throw new IllegalStateException(failure.getMessage() + "\nThe server log:\n" + read(log), failure);
        }
    }

    /** Returns the pid of the postmaster, the parent of all server processes. */
    public long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(directory.resolve("data/postmaster.pid")).get(0));
    }

    public boolean isRunning() throws IOException {
        return Files.exists(directory.resolve("data/postmaster.pid"))
                && ProcessHandle.of(pid()).isPresent();
    }

    /** Stops the server without a checkpoint, so that the next start recovers from the WAL. */
    public void crash() {
        call("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
    }

    private static LocalPostgres prepared(Path programs, Path directory) throws IOException {
        if (isRoot()) {
            run(List.of("chown", "nobody", directory.toString()), directory);
        }
        return new LocalPostgres(programs, directory, freePort());
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    public TestDatabase.Url database() {
        return database("postgres");
    }

    /** Returns the URL of a database, which need not exist. */
    public TestDatabase.Url database(String name) {
        return new TestDatabase.Url("jdbc:postgresql://127.0.0.1:" + port + "/" + name, "postgres", "");
    }

    public int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        if (isRunning()) {
            crash();
        }
        FileSystemUtils.deleteRecursively(directory);
    }

    private void call(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=nobody", "--clear-groups", "--"));
        }
        command.add(programs.resolve(program).toString());
        Stream.of(arguments).forEach(command::add);
        run(command, directory);
    }

    private static void run(List<String> command, Path directory) {
        try {
            var output = File.createTempFile("stagedoor-postgres", ".out");
            var process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException(command + " failed: " + Files.readString(output.toPath()));
            }
            Files.delete(output.toPath());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
