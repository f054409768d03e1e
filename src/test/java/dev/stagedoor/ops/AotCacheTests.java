package dev.stagedoor.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invalid arguments are rejected before any work. The image build verifies that the cache works. */
@Tag("operations")
class AotCacheTests {

    @TempDir
    Path directory;

    @Test
    void missingArtifactIsRejected() {
        assertThat(Script.of("aot-cache").run("no-such.jar", directory).error(1))
                .contains("no-such.jar does not exist");
    }

    @Test
    void nonEmptyTargetIsRejected() throws IOException {
        var jar = Files.createFile(directory.resolve("stagedoor.jar"));

        assertThat(Script.of("aot-cache").run(jar, directory).error(1)).contains("already exists");
    }

    @Test
    void emptyDirectoryIsRejected() {
        assertThat(Script.of("aot-cache").run(directory).error(1)).contains("does not contain stagedoor.jar");
    }

    @Test
    @RequiresProgram(Program.CURL)
    void javaWithoutAotCacheIsRejected() throws IOException {
        assumeThat(Runtime.version().feature()).isLessThan(25);
        Files.createFile(directory.resolve("stagedoor.jar"));

        assertThat(Script.of("aot-cache")
                        .with("JAVA_HOME", System.getProperty("java.home"))
                        .run(directory)
                        .error(1))
                .contains("25 or newer is required");
    }
}
