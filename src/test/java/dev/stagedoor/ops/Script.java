package dev.stagedoor.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a script in {@code ops} or a PostgreSQL program. */
record Script(Path file, Map<String, String> environment) {

    private static final Path DIRECTORY = Path.of("ops");
    private static final int TIMEOUT_SECONDS = 120;

    static Script of(String name) {
        return new Script(DIRECTORY.resolve(name), Map.of());
    }

    static List<String> names() {
        try (var files = Files.list(DIRECTORY)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains("."))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sets the environment variables that connect to a database. */
    Script on(OpsServer.Database database) {
        return with("PGHOST", "127.0.0.1")
                .with("PGPORT", Integer.toString(database.port()))
                .with("PGUSER", database.url().user())
                .with("PGDATABASE", database.name())
                .with("PGPASSWORD", "never-to-be-shown");
    }

    Script with(String variable, String value) {
        var all = new TreeMap<>(environment);
        all.put(variable, value);
        return new Script(file, all);
    }

    /** Runs the program until it ends. */
    Outcome run(Object... arguments) {
        try {
            var output = Files.createTempFile("stagedoor-ops", ".out");
            var errors = Files.createTempFile("stagedoor-ops", ".err");
            var process = process(arguments)
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                throw new IllegalStateException(file + " did not end within " + TIMEOUT_SECONDS + " s");
            }
            var outcome = new Outcome(process.exitValue(), Files.readString(output), Files.readString(errors));
            Files.delete(output);
            Files.delete(errors);
            return outcome;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    /** Starts the program without waiting. */
    Process start(Object... arguments) throws IOException {
        return process(arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private ProcessBuilder process(Object... arguments) {
        var command = new ArrayList<String>();
        command.add(file.toAbsolutePath().toString());
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PG"));
        builder.environment().putAll(environment);
        return builder;
    }

    /** The exit status and the output. */
    record Outcome(int status, String output, String errors) {

        /** Returns the output without its last line break. Fails if the script failed. */
        String text() {
            if (status != 0) {
                throw new AssertionError("Exit status " + status + ": " + errors);
            }
            return output.strip();
        }

        /** Returns the error message, one line. Fails if the exit status is another one. */
        String error(int expected) {
            if (status != expected || errors.lines().count() != 1 || !output.isEmpty()) {
                throw new AssertionError("Expected exit status " + expected + ": " + this);
            }
            return errors.strip();
        }
    }
}
