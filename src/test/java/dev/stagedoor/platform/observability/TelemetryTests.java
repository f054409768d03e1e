package dev.stagedoor.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.RunningService;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exports of a service in its own process. */
@Tag("reliability")
class TelemetryTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration MAX_SHUTDOWN = Duration.ofSeconds(15);

    @Test
    void tracesAndMetricsAreExportedWithoutPersonalData() {
        try (var collector = new Collector();
                var service = RunningService.start(
                        "--spring.profiles.active=prod",
                        "--management.opentelemetry.tracing.export.otlp.endpoint=" + collector.address() + "/v1/traces",
                        "--management.opentelemetry.tracing.export.schedule-delay=200ms",
                        "--management.tracing.sampling.probability=1",
                        "--management.otlp.metrics.export.url=" + collector.address() + "/v1/metrics",
                        "--management.otlp.metrics.export.step=1s")) {
            var person = service.people().anyone();
            sendRequests(service.http(), person);

            await().atMost(TIMEOUT).untilAsserted(() -> {
                assertThat(collector.spans()).anyMatch(span -> hasRequestId(span, "canary-me"));
                assertThat(collector.spans()).anyMatch(span -> hasRequestId(span, "canary-unknown"));
                assertThat(collector.metrics()).contains("http.server.requests", "stagedoor.users");
            });
            assertThat(span(collector, "canary-me").getName()).isEqualTo("http get /me");
            assertThat(collector.text())
                    .contains("stagedoor")
                    .doesNotContain(List.of(
                            person.email(),
                            "canary@example.com",
                            person.accessToken(),
                            person.refreshToken(),
                            People.PASSWORD,
                            "Lindqvist",
                            "token="));
            var trace = hex(span(collector, "canary-refused").getTraceId().toByteArray());
            assertThat(lines(service))
                    .anyMatch(line -> line.at("/requestId").asString().equals("canary-refused")
                            && line.at("/traceId").asString().equals(trace));
        }
    }

    @Test
    void callerCannotAffectSampling() {
        try (var collector = new Collector();
                var service = RunningService.start(
                        "--management.opentelemetry.tracing.export.otlp.endpoint=" + collector.address() + "/v1/traces",
                        "--management.opentelemetry.tracing.export.schedule-delay=200ms",
                        "--management.tracing.sampling.probability=0")) {
            service.http()
                    .get("/activities")
                    .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                    .send()
                    .expect(200);
            service.stop();

            assertThat(collector.spans()).isEmpty();
        }
    }

    /** One endpoint is closed, and one accepts connections but never responds. */
    @Test
    void unreachableCollectorDoesNotAffectRequests() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var service = RunningService.start(
                        "--management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:9/v1/traces",
                        "--management.opentelemetry.tracing.export.schedule-delay=100ms",
                        "--management.opentelemetry.tracing.export.max-queue-size=16",
                        "--management.opentelemetry.tracing.export.max-batch-size=8",
                        "--management.tracing.sampling.probability=1",
                        "--management.otlp.metrics.export.url=http://127.0.0.1:" + silent.getLocalPort()
                                + "/v1/metrics",
                        "--management.otlp.metrics.export.step=1s")) {
            var person = service.people().anyone();
            for (var call = 0; call < 200; call++) {
                service.http().get("/me").as(person).send().expect(200);
            }
            await().atMost(TIMEOUT).until(() -> service.lines().stream().anyMatch(line -> line.contains("export")));

            assertThat(service.http().get("/readyz").send().status()).isEqualTo(200);
            assertThat(service.lines()).noneMatch(line -> line.contains("Unexpected failure"));
            var start = System.nanoTime();
            service.stop();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MAX_SHUTDOWN);
        }
    }

    /** A collector listens on the default port, but receives nothing. The log does not mention telemetry. */
    @Test
    void nothingIsExportedByDefault() {
        try (var collector = new Collector(4318);
                var service = RunningService.start("--management.otlp.metrics.export.step=1s")) {
            sendRequests(service.http(), service.people().anyone());
            service.stop();

            assertThat(collector.calls()).isEmpty();
            assertThat(service.lines())
                    .noneMatch(line -> line.toLowerCase().contains("otlp") || line.contains("telemetry"))
                    .noneMatch(line -> line.contains("traceId"));
        }
    }

    private static void sendRequests(Http http, Person person) {
        http.get("/me?token=" + person.accessToken())
                .as(person)
                .header("X-Request-Id", "canary-me")
                .send()
                .expect(400);
        http.get("/no-such/canary@example.com?token=" + person.refreshToken())
                .header("X-Request-Id", "canary-unknown")
                .send()
                .expect(404);
        http.post("/auth/login", "{\"email\": \"%s\", \"password\": \"not-the-right-one\"}".formatted(person.email()))
                .header("X-Request-Id", "canary-refused")
                .send()
                .expect(401);
        http.get("/me").bearer(person.accessToken() + "x").send().expect(401);
        http.patch("/me", "{\"phone\": \"canary@example.com\"}")
                .as(person)
                .send()
                .expect(400);
    }

    private static Span span(Collector collector, String requestId) {
        return collector.spans().stream()
                .filter(span -> hasRequestId(span, requestId))
                .findFirst()
                .orElseThrow();
    }

    private static boolean hasRequestId(Span span, String requestId) {
        return span.getAttributesList().stream()
                .anyMatch(attribute -> attribute.getKey().equals("request.id")
                        && attribute.getValue().getStringValue().equals(requestId));
    }

    private static List<JsonNode> lines(RunningService service) {
        var mapper = JsonMapper.builder().build();
        return service.lines().stream().map(mapper::readTree).toList();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
