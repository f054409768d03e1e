package dev.stagedoor.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is installed but does not start fails the test with the output of the program. */
class BrokenProgramTests {

    private static final String OUTPUT = "symbol lookup error: undefined symbol";

    @TempDir
    Path directory;

    @Test
    void brokenProgramCountsAsInstalled() throws IOException {
        broken("chromium");

        assertThat(Program.CHROMIUM.find(new ProgramLookup(List.of(directory), directory)))
                .contains(directory.resolve("chromium"));
    }

    @Test
    void fileThatIsNotExecutableDoesNotCountAsInstalled() throws IOException {
        Files.writeString(directory.resolve("chromium"), "");

        assertThat(Program.CHROMIUM.find(new ProgramLookup(List.of(directory), directory)))
                .isEmpty();
    }

    @Test
    void brokenChromiumFailsWithItsOutput() throws IOException {
        var chromium = broken("chromium");

        assertThatThrownBy(() -> Chromium.start(chromium))
                .isInstanceOf(PlaywrightException.class)
                .hasMessageContaining(OUTPUT);
    }

    @Test
    void brokenRedisFailsWithItsOutput() throws IOException {
        var redis = new TestRedis(broken("redis-server"));

        assertThatThrownBy(redis::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(OUTPUT);
    }

    @Test
    void brokenPostgresqlFailsWithItsOutput() throws IOException {
        broken("initdb");

        assertThatThrownBy(() -> LocalPostgres.start(directory))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(OUTPUT);
    }

    @Test
    void postgresqlThatDoesNotStartFailsWithItsServerLog() throws IOException {
        script("initdb", "exit 0");
        script("pg_ctl", "while [ \"$1\" != -l ]; do shift; done; echo '%s' > \"$2\"; exit 1".formatted(OUTPUT));

        assertThatThrownBy(() -> LocalPostgres.start(directory))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The server log:")
                .hasMessageContaining(OUTPUT);
    }

    private Path broken(String name) throws IOException {
        return script(name, "echo '%s' >&2; exit 1".formatted(OUTPUT));
    }

    /** The server programs run as another user if the tests run as root. */
    private Path script(String name, String body) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        var file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
