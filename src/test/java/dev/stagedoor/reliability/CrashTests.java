package dev.stagedoor.reliability;

import static org.awaitility.Awaitility.await;

import dev.stagedoor.support.LocalPostgres;
import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import dev.stagedoor.support.RunningService;
import dev.stagedoor.support.TestDatabase;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Kills processes at random times during sign-ups and saves. */
@Tag("reliability")
class CrashTests {

    private static final int ROUNDS = 3;

    @Test
    void killedServiceLosesNoAcknowledgedWrites() throws Exception {
        var database = TestDatabase.fresh();
        var ledger = new Ledger(database);
        var port = RunningService.freePort();
        for (var round = 0; round < ROUNDS; round++) {
            var service = RunningService.start(database, port, "--stagedoor.rate-limit.enabled=false");
            if (round == 0) {
                ledger.prepare();
            }
            ledger.writeDuring(service.http(), () -> {
                awaitWrites(ledger);
                service.kill();
            });
        }
        ledger.assertPersisted();
    }

    @Test
    @RequiresProgram(Program.POSTGRESQL)
    void killedDatabaseLosesNoAcknowledgedWrites() throws Exception {
        try (var postgres = LocalPostgres.start(Program.POSTGRESQL.path());
                var service = RunningService.start(
                        postgres.database(), RunningService.freePort(), "--stagedoor.rate-limit.enabled=false")) {
            var ledger = new Ledger(postgres.database());
            ledger.prepare();
            for (var round = 0; round < ROUNDS; round++) {
                ledger.writeDuring(service.http(), () -> {
                    awaitWrites(ledger);
                    ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();
                    await().atMost(Duration.ofSeconds(30))
                            .pollInterval(Duration.ofMillis(500))
                            .ignoreExceptions()
                            .until(() -> {
                                postgres.start("");
                                return true;
                            });
                    await().atMost(Duration.ofSeconds(5))
                            .until(() -> service.http().get("/readyz").send().status() == 200);
                });
            }
            ledger.assertPersisted();
        }
    }

    /** Waits until a write is acknowledged, and a random time longer. */
    private static void awaitWrites(Ledger ledger) throws InterruptedException {
        var before = ledger.size();
        await().atMost(Duration.ofMinutes(1)).until(() -> ledger.size() > before);
        Thread.sleep(ThreadLocalRandom.current().nextInt(3000));
    }
}
