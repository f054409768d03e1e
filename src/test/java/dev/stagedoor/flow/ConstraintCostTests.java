package dev.stagedoor.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.validation.Constraint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fuzz")
class ConstraintCostTests {

    private static final int MAX_MILLIS = 1_500;

    /**
     * Hibernate Validator evaluates the parts of a composed constraint in an order that differs between JVM starts, so a
     * length constraint cannot protect an expensive one.
     */
    @Test
    void constraintsAreNotComposed() {
        assertThat(new ClassFileImporter()
                        .importPath(Path.of("target", "classes"))
                        .that(DescribedPredicate.describe(
                                "constraints", type -> type.isAnnotatedWith(Constraint.class))))
                .isNotEmpty()
                .allSatisfy(constraint -> assertThat(constraint.getAnnotations())
                        .noneMatch(annotation -> annotation.getRawType().isAnnotatedWith(Constraint.class)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void hostileTextIsValidatedQuicklyInEveryConstraintOrder(int skippedHashCodes) throws IOException {
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
