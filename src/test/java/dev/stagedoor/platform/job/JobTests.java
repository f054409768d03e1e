package dev.stagedoor.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.stagedoor.StagedoorApplication;
import java.util.List;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A job starts the application without a web server. */
@ExtendWith(OutputCaptureExtension.class)
class JobTests {

    private static final String UNREACHABLE = "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/nowhere";

    @Test
    void jobWithoutWorkReturnsZero(CapturedOutput log) {
        var jobs = Jobs.onEmptyDatabase();
        var before = log.length();

        assertThat(jobs.run("purge-accounts", "--server.port=8080")).isZero();

        assertThat(log.toString().substring(before).lines())
                .singleElement()
                .asString()
                .endsWith("No accounts to purge");
    }

    @Test
    void jobDoesNotRunStartupTasks() {
        var arguments = Jobs.onEmptyDatabase()
                .arguments(
                        "purge-accounts",
                        "--stagedoor.demo-data=true",
                        "--stagedoor.admin.email=boss@example.com",
                        "--stagedoor.admin.password=keys-of-the-whole-house");
        var type = JobRegistry.of(StagedoorApplication.class)
                .find("purge-accounts")
                .orElseThrow();
        try (var context = new JobRunner(StagedoorApplication.class, type, List.of(arguments)).start()) {
            assertThat(context.getBeanProvider(LockProvider.class).getIfAvailable())
                    .isNull();
            assertThat(context.getEnvironment().getProperty("local.server.port"))
                    .isEqualTo("-1");
            assertThat(context.getBean(JdbcClient.class)
                            .sql("SELECT count(*) FROM users.users")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    /** Counting all favorites takes longer than the timeout of a request. */
    @Test
    void jobHasNoTimeouts() {
        var arguments = Jobs.onEmptyDatabase().arguments("verify");
        var type = JobRegistry.of(StagedoorApplication.class).find("verify").orElseThrow();
        try (var context = new JobRunner(StagedoorApplication.class, type, List.of(arguments)).start()) {
            assertThat(context.getBean(JdbcTemplate.class).getQueryTimeout()).isNegative();
            var dataSource = context.getBean(DataSource.class);
            assertThat(context.getBean(TransactionTemplate.class)
                            .<Boolean>execute(status -> holder(dataSource).hasTimeout()))
                    .isFalse();
            assertThat(context.getBean(HikariDataSource.class).getDataSourceProperties())
                    .containsEntry("socketTimeout", "0");
        }
    }

    private static ResourceHolderSupport holder(DataSource dataSource) {
        return (ResourceHolderSupport) TransactionSynchronizationManager.getResource(dataSource);
    }

    @Test
    void unreachableDatabaseIsReportedInOneSentence(CapturedOutput output) {
        assertThat(run("--job=purge-accounts", UNREACHABLE)).isEqualTo(1);

        assertThat(output.getAll().lines())
                .singleElement()
                .asString()
                .contains("ERROR")
                .contains("The job purge-accounts failed: Cannot connect to the database at SPRING_DATASOURCE_URL"
                        + " (jdbc:postgresql://127.0.0.1:1/nowhere).");
    }

    @Test
    void failureIsReportedInOneSentence(CapturedOutput output) {
        assertThat(run("--job=test-break")).isEqualTo(1);

        assertThat(output.getAll().lines())
                .singleElement()
                .asString()
                .endsWith("The job test-break failed: the string broke");
    }

    @Test
    void debugOptionPrintsTheStackTrace(CapturedOutput output) {
        assertThat(run("--job=test-break", "--debug")).isEqualTo(1);

        assertThat(output).contains("The job test-break failed: the string broke", "\tat ", "JobTests$Broken.run");
    }

    private static int run(String... arguments) {
        return JobLauncher.run(StagedoorApplication.class, arguments);
    }

    @JobDefinition(value = "test-break", within = Broken.class)
    static class Broken implements Job {

        @Override
        public boolean run() {
            throw new IllegalStateException("outer", new IllegalArgumentException("the\n string   broke"));
        }
    }
}
