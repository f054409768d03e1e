package dev.stagedoor.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Requirements for all scripts in {@code ops}. */
@Tag("operations")
class ScriptTests {

    @ParameterizedTest
    @MethodSource("dev.stagedoor.ops.Script#names")
    void scriptHasAHelpText(String name) {
        assertThat(Script.of(name).run("-h").text())
                .contains("ops/" + name, "Exits with")
                .doesNotContain("#", "set -eu");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    backup          |
                    backup          | --keep 0 .
                    backup          | --keep
                    backup          | one two
                    backup          | --no-such .
                    restore         |
                    restore         | one two
                    base-backup     |
                    base-backup     | --archive . .
                    wal-archive     | one
                    wal-restore     | one two
                    end-sessions    | one
                    recovery-drill  | one
                    aot-cache       |
                    aot-cache       | --no-such .
                    aot-cache       | one two three
                    """)
    void unknownArgumentsAreRejected(String name, String arguments) {
        var words = arguments == null ? new Object[0] : (Object[]) arguments.split(" ");

        assertThat(Script.of(name).run(words).error(2)).startsWith(name + ": ").endsWith("; see -h");
    }

    @Test
    @RequiresProgram(Program.SHELLCHECK)
    void scriptsPassShellCheck() throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Program.SHELLCHECK.path().toString(), "ops/lib.sh"));
        Script.names().forEach(name -> command.add("ops/" + name));
        var findings = Files.createTempFile("stagedoor-ops", ".lint");
        var linter = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(findings.toFile())
                .start();

        assertThat(linter.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(findings)).isEmpty();
        assertThat(linter.exitValue()).isZero();
        Files.delete(findings);
    }
}
