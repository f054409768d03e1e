package dev.stagedoor.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.StagedoorApplication;
import dev.stagedoor.support.TestDatabase;
import java.util.Arrays;
import java.util.stream.Stream;
import net.javacrumbs.shedlock.core.LockProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A job starts the same application as the service, but serves nobody. */
@ExtendWith(OutputCaptureExtension.class)
class JobTests {

    private final TestDatabase.Url database = TestDatabase.fresh();

    @Test
    void endsWithZeroWhereThereIsNothingToDo(CapturedOutput log) {
        assertThat(run("purge-accounts")).isZero();
        assertThat(log).contains("No deleted account is past its grace period").doesNotContain("Tomcat started");
    }

    @Test
    void endsWithTwoWhereThereIsNoSuchJob(CapturedOutput log) {
        assertThat(run("make-tea")).isEqualTo(2);
        assertThat(log).contains("There is no job make-tea; there are purge-accounts");
    }

    @Test
    void doesNothingBesideItsWork() {
        var arguments = Launcher.quietly("purge-accounts", with("--stagedoor.admin.email=boss@example.com"));
        try (var context = SpringApplication.run(StagedoorApplication.class, arguments)) {
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

    private int run(String job) {
        return Launcher.run(StagedoorApplication.class, job, with());
    }

    private String[] with(String... more) {
        var own = Stream.of(
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--stagedoor.admin.password=keys-of-the-whole-house",
                "--stagedoor.demo-data=true");
        return Stream.concat(own, Arrays.stream(more)).toArray(String[]::new);
    }
}
