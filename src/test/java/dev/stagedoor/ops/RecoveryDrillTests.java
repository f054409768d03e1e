package dev.stagedoor.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.StagedoorApplication;
import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recovery drill passes and removes its files. */
@Tag("reliability")
@RequiresProgram(Program.POSTGRESQL)
class RecoveryDrillTests {

    @TempDir
    Path directory;

    @Test
    void recoveryToAPointInTimeRestoresItsRows() throws IOException {
        var temporary = Files.createDirectory(directory.resolve("tmp"));
        open(directory);
        open(temporary);

        var output = drill(temporary).run("--jar", artifact()).text();

        assertThat(output)
                .contains("match the target time")
                .containsPattern("--job=verify: [0-9]+ invariants, 0 violated")
                .contains("sessions ended: 100, one-time tokens deleted: 20, emails cancelled: 10")
                .containsPattern("completed in [0-9]+ s");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void missingProgramIsReported() {
        assertThat(drill(directory).run("--jar", directory.resolve("none.jar")).error(1))
                .contains("none.jar", "./mvnw package");
    }

    private static Script drill(Path temporary) {
        return Script.of("recovery-drill")
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("TMPDIR", temporary.toString());
    }

    /** If the tests run as root, the servers run as another user, who needs access to the directory. */
    private static void open(Path place) {
        assertThat(place.toFile().setExecutable(true, false)).isTrue();
        assertThat(place.toFile().setReadable(true, false)).isTrue();
    }

    /** Creates a JAR that starts the service, because the tests run before the packaging. */
    private Path artifact() throws IOException {
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, StagedoorApplication.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" ")));
        var jar = directory.resolve("stagedoor.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.finish();
        }
        return jar;
    }
}
