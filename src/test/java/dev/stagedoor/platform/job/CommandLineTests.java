package dev.stagedoor.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.StagedoorApplication;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What cannot be meant ends with 2 and a sentence, before anything starts; here there is not even a database. */
@ExtendWith(OutputCaptureExtension.class)
class CommandLineTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--job=make-tea | There is no job make-tea",
                "--job=Verify | There is no job Verify",
                "--job= | Name the job as in --job=verify",
                "--job | Name the job as in --job=verify",
                "--job verify | Name the job as in --job=verify",
                "-job=verify | Name the job as in --job=verify",
                "--jobs=verify | Name the job as in --job=verify",
                "--job=verify --job=migrate | One job at a time",
                "--job=verify --job | One job at a time",
                "--job=verify --fix=s3cret | A job takes no argument --fix",
                "--job=verify favorites | A job takes no argument favorites",
                "--job=verify -x | A job takes no argument -x"
            })
    void isRefusedWithASentenceThatListsTheJobs(String line, String fault, CapturedOutput output) {
        assertThat(JobLauncher.run(StagedoorApplication.class, line.split(" "))).isEqualTo(2);

        assertThat(output.getErr().strip())
                .startsWith(fault + "; there are the jobs ")
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
    void settingsMayStandBesideTheJob(String setting) {
        assertThat(new CommandLine(List.of(setting, "--job=verify")).fault()).isEmpty();
        assertThat(new CommandLine(List.of("--job=verify", setting)).jobName()).isEqualTo("verify");
    }

    @Test
    void withoutAJobTheServiceIsMeant() {
        assertThat(new CommandLine(List.of()).asksForAJob()).isFalse();
        assertThat(new CommandLine(List.of("--server.port=1", "--stagedoor.job-like=x", "x")).asksForAJob())
                .isFalse();
    }
}
