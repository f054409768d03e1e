package dev.stagedoor.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL of this machine's own packages, in a directory of its own for as long as it is open. */
public final class LocalPostgres implements AutoCloseable {

    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path directory;
    private final int port;

    private LocalPostgres(Path programs, Path directory, int port) {
        this.programs = programs;
        this.directory = directory;
        this.port = port;
    }

    /** Where the programs of a major version are, if they are installed. */
    public static Optional<Path> programs(int version) {
        var programs = PACKAGES.resolve(version + "/bin");
        return Files.isExecutable(programs.resolve("initdb")) ? Optional.of(programs) : Optional.empty();
    }

    public static LocalPostgres start(Path programs) throws IOException {
        var directory = Files.createTempDirectory("stagedoor-postgres");
        var server = new LocalPostgres(programs, directory, freePort());
        if (isRoot()) {
            run(List.of("chown", "nobody", directory.toString()), directory);
        }
        server.call("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync");
        var options = "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -p " + server.port;
        server.call("pg_ctl", "-w", "-l", directory.resolve("log").toString(), "-o", options, "start");
        return server;
    }

    public TestDatabase.Url database() {
        return database("postgres");
    }

    /** A database by its name, whether it is there or not. */
    public TestDatabase.Url database(String name) {
        return new TestDatabase.Url("jdbc:postgresql://127.0.0.1:" + port + "/" + name, "postgres", "");
    }

    public int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        call("pg_ctl", "-w", "-m", "immediate", "stop");
        FileSystemUtils.deleteRecursively(directory);
    }

    private void call(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=nobody", "--clear-groups", "--"));
        }
        command.addAll(List.of(
                programs.resolve(program).toString(),
                "-D",
                directory.resolve("data").toString()));
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

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
