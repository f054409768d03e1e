package dev.stagedoor.reliability;

import static org.awaitility.Awaitility.await;

import dev.stagedoor.support.LocalPostgres;
import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import dev.stagedoor.support.RunningService;
import dev.stagedoor.support.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The service is configured with a primary and a standby, and continues after a failover. */
@Tag("reliability")
@RequiresProgram(Program.POSTGRESQL)
class FailoverTests {

    @Test
    void serviceContinuesOnThePromotedStandby() throws Exception {
        try (var primary = LocalPostgres.start(Program.POSTGRESQL.path());
                var standby = primary.standby();
                var service = RunningService.start(both(primary, standby), RunningService.freePort())) {
            var ledger = new Ledger(standby.database());
            new Ledger(primary.database()).prepare();
            var person = service.people().anyone();
            await().until(() -> hasAll(primary));

            primary.crash();
            service.http()
                    .patch("/me", "{\"firstName\": \"Maja\"}")
                    .as(person)
                    .send()
                    .expectProblem(503, "service-unavailable");
            standby.promote();

            await().atMost(Duration.ofSeconds(5))
                    .until(() -> service.http()
                                    .patch("/me", "{\"firstName\": \"Maja\"}")
                                    .as(person)
                                    .send()
                                    .status()
                            == 200);
            ledger.writeDuring(
                    service.http(), () -> await().atMost(Duration.ofMinutes(1)).until(() -> ledger.size() > 0));
            ledger.assertPersisted();
        }
    }

    private static TestDatabase.Url both(LocalPostgres primary, LocalPostgres standby) {
        return new TestDatabase.Url(
                "jdbc:postgresql://127.0.0.1:%s,127.0.0.1:%s/postgres?targetServerType=primary"
                        .formatted(primary.port(), standby.port()),
                "postgres",
                "");
    }

    private static boolean hasAll(LocalPostgres primary) {
        var url = primary.database();
        return JdbcClient.create(new DriverManagerDataSource(url.jdbcUrl(), url.user(), url.password()))
                .sql("SELECT bool_and(replay_lsn = pg_current_wal_lsn()) FROM pg_stat_replication")
                .query(Boolean.class)
                .single();
    }
}
