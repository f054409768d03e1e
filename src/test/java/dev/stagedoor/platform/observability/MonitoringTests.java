package dev.stagedoor.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The alert rules and the dashboard in {@code ops} use existing metrics. */
@StagedoorTest
class MonitoringTests {

    private static final Path RULES = Path.of("ops", "prometheus", "alerts.yml");
    private static final Path DASHBOARD = Path.of("ops", "grafana", "dashboard.json");

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    GaugeUpdater gauges;

    @LocalManagementPort
    int port;

    private Scrape scrape;

    @BeforeEach
    void sendRequests() throws IOException, InterruptedException {
        http.get("/me").as(people.anyone()).send().expect(200);
        http.get("/no-such-path").send().expect(404);
        gauges.update();
        System.gc();
        scrape = Scrape.of(HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/prometheus"))
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }

    @Test
    void rulesUseExistingMetrics() throws IOException {
        var rules = rules();

        assertThat(rules).hasSizeGreaterThan(8);
        assertThat(missing(rules)).isEmpty();
    }

    @Test
    void panelsUseExistingMetrics() throws IOException {
        var panels = panels();

        assertThat(panels).hasSizeGreaterThan(20);
        assertThat(missing(panels)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate(no_such_metric_total[5m])",
                "jvm_memory_used_bytes{area=\"heaps\"}",
                "jvm_memory_used_bytes{no_such_label=\"heap\"}",
                "http_server_requests_seconds_count{no_such_label=~\".*\"}",
                "sum by (no_such_label) (jvm_memory_used_bytes)",
                "stagedoor_security_events_total{event=~\"login-fails|locked-up\"}"
            })
    void missingSeriesIsReported(String expression) {
        assertThat(scrape.missing(expression)).hasSize(1);
    }

    @Test
    void rulesHaveSeverityAndSummary() throws IOException {
        assertThat(rulesOf(RULES)).allSatisfy(rule -> {
            assertThat(rule.get("labels")).asString().containsPattern("severity=(page|ticket)");
            assertThat(rule.get("annotations")).asString().contains("summary=");
        });
    }

    private Map<String, Object> missing(Map<String, String> expressions) {
        var missing = new TreeMap<String, Object>();
        expressions.forEach((name, expression) -> {
            var missingSeries = scrape.missing(expression);
            if (!missingSeries.isEmpty()) {
                missing.put(name, missingSeries);
            }
        });
        return missing;
    }

    private static Map<String, String> rules() throws IOException {
        var expressions = new TreeMap<String, String>();
        rulesOf(RULES).forEach(rule -> expressions.put((String) rule.get("alert"), (String) rule.get("expr")));
        return expressions;
    }

    private static List<Map<String, Object>> rulesOf(Path file) throws IOException {
        Map<String, List<Map<String, List<Map<String, Object>>>>> groups = new Yaml().load(Files.readString(file));
        return groups.get("groups").stream()
                .flatMap(group -> group.get("rules").stream())
                .toList();
    }

    private static Map<String, String> panels() throws IOException {
        var expressions = new TreeMap<String, String>();
        for (JsonNode panel : JsonMapper.builder()
                .build()
                .readTree(Files.readString(DASHBOARD))
                .at("/panels")) {
            for (JsonNode target : panel.at("/targets")) {
                var name = panel.at("/title").asString() + " "
                        + target.at("/refId").asString();
                assertThat(expressions.put(name, target.at("/expr").asString())).isNull();
            }
        }
        return expressions;
    }
}
