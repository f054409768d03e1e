package dev.stagedoor.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.RunningService;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the service in its own process with the production profile, which logs JSON. */
@Tag("reliability")
class ProductionProfileTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WRONG = "a-wrong-canary-password";

    private static RunningService service;
    private static Http http;
    private static Person person;
    private static Person admin;

    /** Causes a failed sign-in, a role change and a database error. */
    @BeforeAll
    static void serve() {
        service = RunningService.start("--spring.profiles.active=prod");
        http = service.http();
        person = service.people().anyone();
        admin = service.people().admin();
        http.post("/auth/login", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(person.email(), WRONG))
                .header("X-Request-Id", "refused-1")
                .send()
                .expectProblem(401, "invalid-credentials");
        http.patch("/admin/users/" + person.id(), "{\"isOrganizer\": true}")
                .as(admin)
                .header("X-Request-Id", "rights-1")
                .send()
                .expect(200);
        service.jdbc().sql("ALTER TABLE activities.activities RENAME TO gone").update();
        http.get("/favorites")
                .as(person)
                .header("X-Request-Id", "failed-1")
                .send()
                .expectProblem(500, "internal-error");
        http.get("/activities").header("X-Request-Id", "failed-2").send().expectProblem(500, "internal-error");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everyLineIsJson() {
        assertThat(lines()).hasSizeGreaterThan(5).allSatisfy(line -> {
            assertThat(line.at("/@timestamp").asString()).isNotBlank();
            assertThat(line.at("/log/level").asString()).isNotBlank();
            assertThat(line.at("/service/name").asString()).isEqualTo("stagedoor");
            assertThat(line.at("/message").isString()).isTrue();
        });
    }

    @Test
    void failureIsLoggedWithRequestIdUserIdAndStackTrace() {
        var failure = lineWithRequestId("failed-1");

        assertThat(failure.at("/userId").asString()).isEqualTo(person.id().toString());
        assertThat(failure.at("/log/level").asString()).isEqualTo("ERROR");
        assertThat(failure.at("/error/stack_trace").asString()).contains("BadSqlGrammarException", "\n");
    }

    @Test
    void userIdIsRemovedFromTheLogAfterTheRequest() {
        assertThat(lineWithRequestId("failed-2").has("userId")).isFalse();
        assertThat(lines().stream().filter(line -> !line.has("requestId")))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line.has("userId") && !line.has("event")).isFalse());
    }

    @Test
    void securityEventContainsUserIdAndClient() {
        var refused = lineWithRequestId("refused-1");
        assertThat(refused.at("/event").asString()).isEqualTo("login-failed");
        assertThat(refused.at("/userId").asString()).isEqualTo(person.id().toString());
        assertThat(refused.at("/client").asString()).isEqualTo("127.0.0.1");

        var changed = lineWithRequestId("rights-1");
        assertThat(changed.at("/userId").asString()).isEqualTo(person.id().toString());
        assertThat(changed.at("/actorId").asString()).isEqualTo(admin.id().toString());
    }

    @Test
    void logContainsNoPersonalData() {
        assertThat(String.join("\n", service.lines()))
                .doesNotContain(List.of(
                        person.email(),
                        admin.email(),
                        People.PASSWORD,
                        WRONG,
                        "Lindqvist",
                        person.accessToken(),
                        person.refreshToken()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/webjars/swagger-ui/index.html",
                "/v3/api-docs/client",
                "/v3/api-docs/client.yaml",
                "/v3/api-docs"
            })
    void apiDocumentationIsDisabled(String path) {
        http.get(path).send().expectProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dashboard/", "/dashboard/main.js", "/dashboard/lib/chart.js/4.5.1/dist/chart.umd.min.js"})
    void dashboardIsServed(String path) {
        http.get(path).send().expect(200);
    }

    @Test
    void unknownPathReturnsAProblem() {
        http.get("/" + UUID.randomUUID()).send().expectProblem(404, "not-found");
    }

    private static List<JsonNode> lines() {
        return service.lines().stream().map(JSON::readTree).toList();
    }

    private static JsonNode lineWithRequestId(String requestId) {
        return lines().stream()
                .filter(line -> line.at("/requestId").asString().equals(requestId))
                .findFirst()
                .orElseThrow();
    }
}
