package dev.stagedoor.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintCostTests {

    private static final int MAX_MILLIS = 1_500;

    /** With a composed constraint whose order matters, some of these starts are slow. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void hostileTextCostsLittleInEveryOrderOfConstraints(int skippedHashCodes) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConstraintCost.class.getName(),
                        String.valueOf(skippedHashCodes))
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        var result =
                output.strip().substring(output.strip().lastIndexOf('\n') + 1).split(" ");
        assertThat(result).as(output).hasSize(3);
        assertThat(Integer.parseInt(result[0])).as("fields").isGreaterThan(20);
        assertThat(Long.parseLong(result[1])).as(output).isLessThan(MAX_MILLIS);
    }
}
