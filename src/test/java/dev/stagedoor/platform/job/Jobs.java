package dev.stagedoor.platform.job;

import dev.stagedoor.StagedoorApplication;
import dev.stagedoor.support.TestDatabase;
import java.util.Arrays;
import java.util.stream.Stream;

/** Runs jobs like the command line, with a database. */
public record Jobs(TestDatabase.Url database) {

    public static Jobs onEmptyDatabase() {
        return new Jobs(TestDatabase.fresh());
    }

    /** Returns the exit status. */
    public int run(String name, String... more) {
        return JobLauncher.run(StagedoorApplication.class, arguments(name, more));
    }

    /** Returns the command line arguments that select the database. */
    public String[] settings() {
        return new String[] {
            "--spring.datasource.url=" + database.jdbcUrl(),
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + database.password()
        };
    }

    String[] arguments(String name, String... more) {
        return Stream.of(Stream.of("--job=" + name), Arrays.stream(settings()), Arrays.stream(more))
                .flatMap(each -> each)
                .toArray(String[]::new);
    }
}
