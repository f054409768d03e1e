package dev.stagedoor.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.LocalPostgres;
import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import dev.stagedoor.support.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL uses a small tmpfs that is temporarily full. */
@Tag("reliability")
@RequiresProgram({Program.POSTGRESQL, Program.TMPFS})
class FullDiskTests {

    @TempDir(cleanup = CleanupMode.NEVER)
    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        run("mount", "-t", "tmpfs", "-o", "size=200m", "tmpfs", disk.toString());
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void fullDiskLosesNoAcknowledgedWrites() throws Exception {
        var directory = Files.createDirectory(disk.resolve("postgres"));
        try (var postgres = LocalPostgres.start(
                        Program.POSTGRESQL.path(), directory, "-c max_wal_size=48MB -c min_wal_size=32MB");
                var service = RunningService.start(
                        postgres.database(), RunningService.freePort(), "--stagedoor.rate-limit.enabled=false")) {
            var ledger = new Ledger(postgres.database());
            ledger.prepare();
            var person = service.people().anyone();
            ledger.writeDuring(service.http(), () -> {
                await().atMost(Duration.ofMinutes(1)).until(() -> ledger.size() > 50);
                fill();
                await().atMost(Duration.ofMinutes(3)).until(() -> isUnavailable(rename(service, person.accessToken())));
                assertThat(service.http().get("/livez").send().status()).isEqualTo(200);

                Files.delete(disk.resolve("filler"));
                if (!postgres.isRunning()) {
                    postgres.start("");
                }
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> rename(service, person.accessToken()).status() == 200);
            });
            ledger.assertPersisted();
        }
    }

    private static boolean isUnavailable(Answer answer) {
        return answer.status() == 503 && answer.text("/code").equals("service-unavailable");
    }

    private static Answer rename(RunningService service, String token) {
        return service.http()
                .patch("/me", "{\"settings\": {\"filler\": \"%s\"}}".formatted(random()))
                .bearer(token)
                .send();
    }

    /** Random text, which PostgreSQL cannot compress. */
    private static String random() {
        var bytes = new byte[6000];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void fill() throws IOException {
        var megabyte = new byte[1 << 20];
        try (var filler = Files.newOutputStream(disk.resolve("filler"))) {
            while (true) {
                filler.write(megabyte);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private static void run(String... command) throws Exception {
        var process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }
}
