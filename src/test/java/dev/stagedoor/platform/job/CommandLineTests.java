package dev.stagedoor.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.StagedoorApplication;
import dev.stagedoor.support.RunningService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** An invalid command line returns exit status 2 and one sentence before anything starts. No database exists here. */
@ExtendWith(OutputCaptureExtension.class)
class CommandLineTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--job=make-tea | Unknown job make-tea",
                "--job=Verify | Unknown job Verify",
                "--job= | The job option must have the form --job=verify",
                "--job | The job option must have the form --job=verify",
                "--job verify | The job option must have the form --job=verify",
                "-job=verify | The job option must have the form --job=verify",
                "--jobs=verify | The job option must have the form --job=verify",
                "--job=verify --job=migrate | Only one job can be run at a time",
                "--job=verify --job | Only one job can be run at a time",
                "--job=verify --fix=s3cret | Unknown argument --fix",
                "--job=verify favorites | Unknown argument favorites",
                "--job=verify -x | Unknown argument -x"
            })
    void invalidCommandLineIsRejectedWithTheListOfJobs(String line, String error, CapturedOutput output) {
        assertThat(JobLauncher.run(StagedoorApplication.class, line.split(" "))).isEqualTo(2);

        assertThat(output.getErr().strip())
                .startsWith(error + ". Available jobs: ")
                .contains("purge-accounts, rebuild-favorite-stats")
                .endsWith(".")
                .doesNotContain("s3cret", "\n");
        assertThat(output.getOut()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--spring.datasource.url=jdbc:postgresql://localhost/x?a=b",
                "--stagedoor.account.purge-after=1d",
                "--DB_POOL_SIZE=3",
                "--server.port=8081",
                "--debug",
                "--trace=true"
            })
    void propertiesAreAllowedWithAJob(String setting) {
        assertThat(new CommandLine(List.of(setting, "--job=verify")).unknownArgument(Set.of()))
                .isEmpty();
        assertThat(new CommandLine(List.of("--job=verify", setting)).jobName()).isEqualTo("verify");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "--fix=s3cret", "-x", "help", "--port"})
    void unknownArgumentEndsTheServiceBeforeItStarts(String argument) {
        try (var service = start(argument)) {
            assertThat(service.awaitExit()).isEqualTo(2);
            assertThat(service.lines())
                    .singleElement()
                    .asString()
                    .startsWith("Unknown argument " + argument.split("=")[0] + ". Available jobs: ");
        }
    }

    @Test
    void helpListsTheJobs() {
        try (var service = start("--help")) {
            assertThat(service.awaitExit()).isZero();
            assertThat(String.join("\n", service.lines())).contains("Usage:", "--job=<name>", "verify");
        }
    }

    @Test
    void versionIsOneLine() {
        try (var service = start("--version")) {
            assertThat(service.awaitExit()).isZero();
            assertThat(service.lines()).singleElement().asString().startsWith("stagedoor ");
        }
    }

    private static RunningService start(String argument) {
        return RunningService.launch(
                Map.of(), null, 0, RunningService.java(System.getProperty("java.class.path"), argument));
    }

    @Test
    void serviceStartsWithoutAJob() {
        assertThat(new CommandLine(List.of()).requestsJob()).isFalse();
        assertThat(new CommandLine(List.of("--server.port=1", "--stagedoor.job-like=x", "x")).requestsJob())
                .isFalse();
    }
}
