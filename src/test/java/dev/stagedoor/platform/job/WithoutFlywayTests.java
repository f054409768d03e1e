package dev.stagedoor.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.StagedoorApplication;
import dev.stagedoor.schema.MigratedDatabase;
import dev.stagedoor.support.TestDatabase;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Migrations are a separate step, so the service and the jobs start with {@code SPRING_FLYWAY_ENABLED=false}. */
@Tag("process")
class WithoutFlywayTests {

    private static final String DISABLED = "--spring.flyway.enabled=false";

    private final Jobs jobs = new Jobs(TestDatabase.fresh());

    @BeforeEach
    void migrate() {
        MigratedDatabase.migrated(jobs.database());
    }

    @Test
    void serviceStartsWithoutFlyway() {
        try (var service = new SpringApplicationBuilder(StagedoorApplication.class)
                .run(Stream.concat(
                                Stream.of(jobs.settings()),
                                Stream.of(
                                        DISABLED,
                                        "--server.port=0",
                                        "--management.server.port=0",
                                        "--stagedoor.demo-data=false"))
                        .toArray(String[]::new))) {
            assertThat(service.getBeanProvider(Flyway.class).getIfAvailable()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void jobRunsWithoutFlyway(String name) {
        assertThat(jobs.run(name, DISABLED)).isZero();
    }

    /** Jobs without required options. */
    static Stream<String> names() {
        return Stream.of(JobRegistry.of(StagedoorApplication.class).names().split(", "))
                .filter(name -> !name.startsWith("test-")
                        && !Set.of("grant-admin", "import-users").contains(name));
    }
}
