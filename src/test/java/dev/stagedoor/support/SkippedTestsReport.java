package dev.stagedoor.support;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints one line per missing program at the end of the test run, with the number of tests that were skipped. A
 * parameterized test counts once, because JUnit does not resolve the arguments of a skipped test. Registered in
 * {@code META-INF/services}.
 */
public final class SkippedTestsReport implements TestExecutionListener {

    private final PrintStream out;
    private final Map<Program, Integer> skipped = new EnumMap<>(Program.class);
    private TestPlan plan;

    public SkippedTestsReport() {
        this(System.out);
    }

    SkippedTestsReport(PrintStream out) {
        this.out = out;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        this.plan = plan;
        skipped.clear();
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier test, String reason) {
        for (var program : Program.values()) {
            if (reason.contains(program.missingMessage())) {
                skipped.merge(program, count(test), Integer::sum);
            }
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        skipped.forEach((program, tests) ->
                out.printf("Skipped %s test%s: %s%n", tests, tests == 1 ? "" : "s", program.missingMessage()));
    }

    /** The number of leaves of the subtree. */
    private int count(TestIdentifier test) {
        Set<TestIdentifier> children = plan.getChildren(test);
        return children.isEmpty() ? 1 : children.stream().mapToInt(this::count).sum();
    }
}
