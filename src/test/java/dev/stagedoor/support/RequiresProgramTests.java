package dev.stagedoor.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs sample test classes on a simulated machine, and checks that the real tests declare their programs. */
class RequiresProgramTests {

    private static final List<String> EVENTS = new ArrayList<>();

    private static ProgramLookup lookup;
    private static boolean isCi;

    @TempDir
    Path directory;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @BeforeEach
    void simulateMachineWithoutPrograms() {
        lookup = new ProgramLookup(List.of(directory), directory);
        isCi = false;
        EVENTS.clear();
    }

    @Test
    void missingProgramSkipsTheWholeClass() {
        var summary = run(NeedsChromium.class);

        assertThat(EVENTS).isEmpty();
        assertThat(summary.getTotalFailureCount()).isZero();
        assertThat(report()).containsExactly("Skipped 3 tests: Chromium is not installed (apt-get install chromium)");
    }

    @Test
    void missingProgramSkipsOnlyTheAnnotatedMethod() {
        var summary = run(OneMethodNeedsHaproxy.class);

        assertThat(EVENTS).containsExactly("before each", "independent", "after each");
        assertThat(summary.getTotalFailureCount()).isZero();
        assertThat(report()).containsExactly("Skipped 1 test: HAProxy is not installed (apt-get install haproxy)");
    }

    @Test
    void testIsReportedForEachMissingProgram() {
        run(NeedsHaproxyAndPgbouncer.class);

        assertThat(report())
                .containsExactly(
                        "Skipped 1 test: HAProxy is not installed (apt-get install haproxy)",
                        "Skipped 1 test: PgBouncer is not installed (apt-get install pgbouncer)");
    }

    @Test
    void testsRunIfTheProgramIsInstalled() throws IOException {
        Files.createFile(
                directory.resolve("chromium"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));

        var summary = run(NeedsChromium.class);

        assertThat(summary.getTestsSucceededCount()).isEqualTo(4);
        assertThat(EVENTS).startsWith("before all");
        assertThat(report()).isEmpty();
    }

    @Test
    void ciFailsIfItLacksAProgramThatItInstalls() {
        isCi = true;

        var summary = run(NeedsChromium.class);

        assertThat(EVENTS).isEmpty();
        assertThat(summary.getFailures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.getException())
                        .hasStackTraceContaining("CI must install all programs: Chromium is not installed"));
        assertThat(report()).isEmpty();
    }

    @Test
    void ciSkipsAndReportsTestsOfAProgramThatItCannotInstall() {
        isCi = true;

        var summary = run(NeedsOldestPostgresql.class);

        assertThat(summary.getTotalFailureCount()).isZero();
        assertThat(report())
                .containsExactly("Skipped 1 test: PostgreSQL 15 is not installed (apt-get install postgresql-15)");
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void ciScriptInstallsEachProgramThatMustNotBeMissing(Program program) throws IOException {
        var packages = Files.readAllLines(Path.of(".ci/run")).stream()
                .filter(line -> line.startsWith("packages=("))
                .flatMap(line -> Stream.of(
                        line.substring("packages=(".length(), line.length() - 1).split(" ")))
                .toList();

        assertThat(program.isInstalledByCi())
                .isEqualTo(program.debianPackage().filter(packages::contains).isPresent());
    }

    /** Otherwise, the test fails on a machine without the program, and only there. */
    @Test
    void everyTestThatRunsAProgramDeclaresIt() {
        var classes = ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                    .importPackages("dev.stagedoor");
        });

        var tests = classes.stream()
                .filter(type -> type.getSimpleName().endsWith("Tests"))
                .toList();
        assertThat(tests).hasSizeGreaterThan(100);
        assertThat(tests.stream()
                        .filter(type -> !isAnnotated(type))
                        .flatMap(type -> type.getCodeUnits().stream())
                        .filter(unit -> !isAnnotated(unit) && runsProgram(unit, new HashSet<>()))
                        .map(JavaCodeUnit::getFullName))
                .isEmpty();
    }

    private static boolean isAnnotated(CanBeAnnotated element) {
        return element.isAnnotatedWith(RequiresProgram.class) || element.isMetaAnnotatedWith(RequiresProgram.class);
    }

    /** Whether a method calls {@link Program#path}, directly or through other classes. */
    private static boolean runsProgram(JavaCodeUnit unit, Set<JavaCodeUnit> visited) {
        if (unit.getOwner().isEquivalentTo(Program.class) && unit.getName().equals("path")) {
            return true;
        }
        return visited.add(unit)
                && unit.getCallsFromSelf().stream()
                        .map(call -> call.getTarget().resolveMember())
                        .flatMap(Optional::stream)
                        .filter(JavaCodeUnit.class::isInstance)
                        .anyMatch(target -> runsProgram((JavaCodeUnit) target, visited));
    }

    /** Replaces the condition that examines the real machine by {@link SimulatedMachine}. */
    private TestExecutionSummary run(Class<?> type) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(type))
                .configurationParameter("junit.jupiter.conditions.deactivate", RequiresProgramCondition.class.getName())
                .build();
        var config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .build();
        var summary = new SummaryGeneratingListener();
        LauncherFactory.create(config).execute(request, summary, new SkippedTestsReport(new PrintStream(output)));
        return summary.getSummary();
    }

    private List<String> report() {
        return output.toString().lines().toList();
    }

    static class SimulatedMachine extends RequiresProgramCondition {

        SimulatedMachine() {
            super(lookup, isCi);
        }
    }

    @RequiresProgram(Program.CHROMIUM)
    @ExtendWith(SimulatedMachine.class)
    static class NeedsChromium {

        @BeforeAll
        static void prepare() {
            EVENTS.add("before all");
        }

        @AfterEach
        void cleanUp() {
            EVENTS.add("after each");
        }

        @Test
        void first() {
            EVENTS.add("first");
        }

        @Test
        void second() {
            EVENTS.add("second");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void parameterized(int argument) {
            EVENTS.add("parameterized " + argument);
        }
    }

    @ExtendWith(SimulatedMachine.class)
    static class OneMethodNeedsHaproxy {

        @BeforeEach
        void prepare() {
            EVENTS.add("before each");
        }

        @AfterEach
        void cleanUp() {
            EVENTS.add("after each");
        }

        @Test
        void independent() {
            EVENTS.add("independent");
        }

        @Test
        @RequiresProgram(Program.HAPROXY)
        void dependent() {
            EVENTS.add("dependent");
        }
    }

    @RequiresProgram({Program.HAPROXY, Program.PGBOUNCER})
    @ExtendWith(SimulatedMachine.class)
    static class NeedsHaproxyAndPgbouncer {

        @Test
        void test() {}
    }

    @RequiresProgram(Program.POSTGRESQL_15)
    @ExtendWith(SimulatedMachine.class)
    static class NeedsOldestPostgresql {

        @Test
        void test() {}
    }
}
