package dev.stagedoor.platform.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PrivateDirectoryTests {

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void newDirectoriesAreNotAccessibleToOtherUsers(@TempDir Path directory) throws IOException {
        Path created = PrivateDirectory.create(directory.resolve("data/bin"));

        assertThat(Files.getPosixFilePermissions(created)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(created.getParent()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void existingDirectoryIsUsed(@TempDir Path directory) throws IOException {
        assertThat(PrivateDirectory.create(directory)).isEqualTo(directory.toRealPath());
    }
}
