package dev.stagedoor.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.StatementCount;
import dev.stagedoor.support.Things;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Metrics are available only on the management port. */
@StagedoorTest
class MetricTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    GaugeUpdater gauges;

    @Autowired
    StatementCount statements;

    @Autowired
    JdbcClient jdbc;

    @LocalManagementPort
    int port;

    @Test
    void buildInfoHasTheVersion() {
        assertThat(management("/actuator/prometheus").body())
                .containsPattern("(?m)^build_info\\{commit=\"[^\"]+\",time=\"[^\"]+\",version=\"[^\"]+\"} 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/prometheus", "/actuator/health", "/actuator/env"})
    void actuatorIsNotOnTheMainPort(String path) {
        http.get(path).send().expectProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "beans", "heapdump", "loggers", "threaddump", "shutdown", "configprops"})
    void otherEndpointsAreNotExposed(String endpoint) {
        assertThat(management("/actuator/" + endpoint).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jvm_memory_used_bytes",
                "http_server_requests_seconds_count",
                "hikaricp_connections_active",
                "cache_gets_total",
                "stagedoor_users",
                "stagedoor_users_active",
                "stagedoor_users_by_role{role=\"ADMIN\"}",
                "stagedoor_users_by_role{role=\"PARTICIPANT\"}",
                "stagedoor_signups_24h",
                "stagedoor_users_without_profile",
                "stagedoor_favorites"
            })
    void metricIsExposed(String name) {
        http.get("/me").as(people.anyone()).send().expect(200);
        gauges.update();

        assertThat(scrape()).containsPattern("(?m)^" + Pattern.quote(name) + "[ {]");
    }

    @Test
    void gaugesShowRowCounts() {
        gauges.update();
        var users = gauge("stagedoor_users");
        var without = gauge("stagedoor_users_without_profile");
        var favorites = gauge("stagedoor_favorites");

        var person = people.anyone();
        things.favorite(person.id(), things.activity(), Instant.now());
        jdbc.sql("DELETE FROM users.user_profiles WHERE user_id = ?")
                .param(person.id())
                .update();

        assertThat(gauge("stagedoor_users")).isEqualTo(users);
        gauges.update();
        assertThat(gauge("stagedoor_users")).isEqualTo(users + 1);
        assertThat(gauge("stagedoor_users_without_profile")).isEqualTo(without + 1);
        assertThat(gauge("stagedoor_favorites")).isEqualTo(favorites + 1);
    }

    @Test
    void scrapeExecutesNoStatements() {
        assertThat(statements.during(this::scrape)).isEmpty();
    }

    @Test
    void metricsContainNoPersonalData() {
        var person = people.anyone();
        http.get("/me").as(person).send().expect(200);
        http.get("/activities/" + things.activity()).send().expect(200);
        gauges.update();

        assertThat(scrape()).doesNotContain(person.id().toString(), person.email());
    }

    private double gauge(String name) {
        return scrape().lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .sum();
    }

    private String scrape() {
        var response = management("/actuator/prometheus");
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private HttpResponse<String> management(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
