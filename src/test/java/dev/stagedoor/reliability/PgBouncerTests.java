package dev.stagedoor.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stagedoor.support.LocalPostgres;
import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import dev.stagedoor.support.RunningService;
import dev.stagedoor.support.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Behind a transaction pool, transactions use different server connections, and session state is lost. */
@Tag("reliability")
@RequiresProgram({Program.PGBOUNCER, Program.POSTGRESQL})
class PgBouncerTests {

    @Test
    void serviceWorksBehindATransactionPool() throws Exception {
        var port = RunningService.freePort();
        try (var postgres = LocalPostgres.start(Program.POSTGRESQL.path());
                var pool = Daemon.start(port, configuration(port, postgres.port()), Program.PGBOUNCER.path());
                var service = RunningService.start(
                        behind(port), RunningService.freePort(), "--stagedoor.rate-limit.enabled=false")) {
            var ledger = new Ledger(behind(port));
            ledger.prepare();
            ledger.writeDuring(
                    service.http(), () -> await().atMost(Duration.ofMinutes(1)).until(() -> ledger.size() > 200));
            ledger.assertPersisted();
            assertThat(pool.process().isAlive()).isTrue();
        }
    }

    private static TestDatabase.Url behind(int port) {
        return new TestDatabase.Url(
                "jdbc:postgresql://127.0.0.1:%s/postgres?prepareThreshold=0".formatted(port), "postgres", "");
    }

    /** Limits the pool to three server connections. */
    private static String configuration(int port, int server) {
        return """
                [databases]
                postgres = host=127.0.0.1 port=%s dbname=postgres user=postgres
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %s
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                default_pool_size = 3
                max_client_conn = 100
                ignore_startup_parameters = extra_float_digits
                """.formatted(server, port);
    }
}
