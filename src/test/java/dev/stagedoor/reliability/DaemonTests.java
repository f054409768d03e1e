package dev.stagedoor.reliability;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.support.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("process")
class DaemonTests {

    @TempDir
    Path directory;

    @Test
    void programThatExitsFailsWithItsOutput() throws IOException {
        var program = script("echo 'cannot bind' >&2; exit 1");

        assertThatThrownBy(() -> Daemon.start(RunningService.freePort(), "", program))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("cannot bind");
    }

    @Test
    void programThatDoesNotListenFailsWithItsOutput() throws IOException {
        var program = script("echo 'still loading'; exec sleep 600");

        assertThatThrownBy(() -> Daemon.start(RunningService.freePort(), "", program))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("still loading");
    }

    /** The program runs as another user if the tests run as root. */
    private Path script(String body) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        var file = Files.writeString(directory.resolve("program"), "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
