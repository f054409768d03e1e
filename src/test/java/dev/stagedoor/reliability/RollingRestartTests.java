package dev.stagedoor.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import dev.stagedoor.support.RunningService;
import dev.stagedoor.support.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Replaces two instances behind HAProxy, which checks {@code /readyz}, one by one under load. */
@Tag("reliability")
@RequiresProgram(Program.HAPROXY)
class RollingRestartTests {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    private static final String[] SETTINGS = {"--stagedoor.rate-limit.enabled=false", "--stagedoor.drain=3s"};

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger done = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void rollingRestartFailsNoRequests() throws Exception {
        var database = TestDatabase.fresh();
        var ports = List.of(RunningService.freePort(), RunningService.freePort());
        var services = new ArrayList<RunningService>();
        for (var port : ports) {
            services.add(RunningService.start(database, port, SETTINGS));
        }
        var frontendPort = RunningService.freePort();
        try (var proxy = Daemon.start(frontendPort, proxy(frontendPort, ports), Program.HAPROXY.path(), "-db", "-f")) {
            var people = List.of(
                    services.get(0).people().anyone(), services.get(1).people().anyone());
            var clients = people.stream()
                    .map(person -> new Thread(() -> call(() -> RunningService.http(frontendPort)
                            .get("/me/notification-preferences")
                            .as(person)
                            .send()
                            .status())))
                    .toList();
            var writers = people.stream()
                    .map(person -> new Thread(() -> call(() -> RunningService.http(frontendPort)
                            .patch("/me/notification-preferences", "{\"pushEnabled\": true}")
                            .as(person)
                            .send()
                            .status())))
                    .toList();
            clients.forEach(Thread::start);
            writers.forEach(Thread::start);

            for (var number = 0; number < ports.size(); number++) {
                Thread.sleep(3000);
                var start = System.nanoTime();
                services.get(number).stop();
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST_STOP);
                services.set(number, RunningService.start(database, ports.get(number), SETTINGS));
            }
            Thread.sleep(3000);
            assertThat(proxy.process().isAlive()).isTrue();
            over.set(true);
            for (var client : clients) {
                client.join();
            }
            for (var writer : writers) {
                writer.join();
            }
        } finally {
            over.set(true);
            services.forEach(RunningService::close);
        }
        assertThat(failures).isEmpty();
        assertThat(done).hasValueGreaterThan(500);
    }

    private void call(Call call) {
        while (!over.get()) {
            try {
                var status = call.status();
                if (status == 200) {
                    done.incrementAndGet();
                } else {
                    failures.add("status " + status);
                }
            } catch (RuntimeException broken) {
                failures.add(broken.toString());
            }
        }
    }

    private static String proxy(int frontendPort, List<Integer> ports) {
        return """
                defaults
                    mode http
                    timeout connect 2s
                    timeout client 60s
                    timeout server 60s
                    retries 3
                    option redispatch
                frontend frontendPort
                    bind 127.0.0.1:%s
                    default_backend instances
                backend instances
                    option httpchk GET /readyz
                    http-check expect status 200
                    default-server check inter 500ms fall 2 rise 2
                    server one 127.0.0.1:%s
                    server two 127.0.0.1:%s
                """.formatted(frontendPort, ports.get(0), ports.get(1));
    }

    private interface Call {

        int status();
    }
}
