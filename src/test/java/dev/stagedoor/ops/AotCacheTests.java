package dev.stagedoor.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anything is made; that a cache works is seen where the image is built. */
class AotCacheTests {

    @TempDir
    Path directory;

    @BeforeAll
    static void programsAreThere() {
        OpsServer.programs();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8", "17", "24", "none"})
    void refusesAJavaThatMakesNone(String version) throws IOException {
        assertThat(withJava(version).run(directory).refusal(1)).contains("25 or newer is needed");
    }

    @Test
    void refusesAnArtifactThatIsNotThere() throws IOException {
        assertThat(withJava("25").run("no-such.jar", directory).refusal(1)).contains("there is no no-such.jar");
    }

    @Test
    void refusesADirectoryThatItWouldWriteOver() throws IOException {
        var jar = Files.createFile(directory.resolve("stagedoor.jar"));

        assertThat(withJava("25").run(jar, directory).refusal(1)).contains("is there already");
    }

    @Test
    void refusesADirectoryWithNothingInIt() throws IOException {
        assertThat(withJava("25").run(directory).refusal(1)).contains("has no stagedoor.jar");
    }

    /** A JVM that does nothing but tell its version. */
    private Script withJava(String version) throws IOException {
        var home = Files.createTempDirectory("stagedoor-java");
        var java = Files.createDirectory(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho '    java.specification.version = " + version + "' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Script.of("aot-cache").with("JAVA_HOME", home.toString());
    }
}
