package dev.stagedoor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** All errors are returned as problems (RFC 9457), regardless of the component that detects them. */
@StagedoorTest
class ProblemTests {

    private static final String LOGIN = """
            {"email": "mia@example.com", "password": "see-you-at-the-show"}""";

    @Autowired
    Http http;

    @Autowired
    People people;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nope",
                "/auth",
                "/auth/nope",
                "/activities/a/b",
                "/error",
                "/actuator/health",
                "/v3/api-docs/nope"
            })
    void unknownPathReturns404(String path) {
        http.get(path).send().expectProblem(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /auth/login",
        "POST, /activities",
        "PUT, /auth/register",
        "TRACE, /activities",
        "PROPFIND, /activities"
    })
    void unsupportedMethodReturns405(String method, String path) {
        http.call(method, path, BodyPublishers.noBody()).send().expectProblem(405, "method-not-allowed");
    }

    @Test
    void allowedMethodsAreListed() {
        assertThat(http.delete("/auth/login").send().header("Allow")).isEqualTo("POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"email\": }",
                "{} {}",
                "{\"email\": \"a\", \"email\": \"b\"}",
                "\u0000"
            })
    void nonObjectBodyIsMalformed(String body) {
        http.post("/auth/login", body).send().expectProblem(400, "malformed-request");
    }

    @Test
    void deeplyNestedJsonIsMalformed() {
        http.patch("/me", "{\"settings\":" + "[".repeat(10_000))
                .as(people.anyone())
                .send()
                .expectProblem(400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "[]", "{}", "[\"a\"]"})
    void nonTextValueIsReportedByField(String value) {
        http.post("/auth/login", "{\"email\": %s, \"password\": \"see-you-at-the-show\"}".formatted(value))
                .send()
                .expectFaults("email:malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[1994,5,17]", "8902", "\"1994-05-17T00:00:00Z\"", "\"1994-02-30\"", "\"17.05.1994\"", "\"\""})
    void malformedDateIsReportedByField(String value) {
        http.patch("/me", "{\"birthDate\": %s}".formatted(value))
                .as(people.anyone())
                .send()
                .expectFaults("birthDate:malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "\"true\"", "1", "0", "[]", "{}"})
    void malformedBooleanIsReportedByField(String value) {
        http.patch("/me/notification-preferences", "{\"pushEnabled\": %s}".formatted(value))
                .as(people.anyone())
                .send()
                .expectFaults("pushEnabled:malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1-1-1-1-1\"", "\"AAAAAAAAAAAAAAAAAAAAAA==\"", "\"\"", "[]"})
    void malformedIdIsReportedByField(String value) {
        http.post("/favorites", "{\"activityId\": %s}".formatted(value))
                .as(people.anyone())
                .send()
                .expectFaults("activityId:malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00\\ud800"})
    void unstorableTextIsReportedByField(String escape) {
        http.post("/auth/login", "{\"email\": \"a%s\", \"password\": \"x\"}".formatted(escape))
                .send()
                .expectFaults("email:malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/xml", "multipart/form-data", "application/x-www-form-urlencoded"})
    void unsupportedMediaTypeReturns415(String type) {
        http.post("/auth/login", LOGIN)
                .header("Content-Type", type)
                .send()
                .expectProblem(415, "unsupported-media-type");
    }

    @Test
    void malformedMediaTypeReturns415() {
        http.post("/auth/login", LOGIN)
                .header("Content-Type", "json")
                .send()
                .expectProblem(415, "unsupported-media-type");
    }

    /** Generated clients accept only the documented types, which are those of errors. */
    @ParameterizedTest
    @ValueSource(strings = {"application/problem+json", "text/html"})
    void operationWithoutResponseBodyIgnoresTheAcceptHeader(String type) {
        var mia = people.anyone();

        http.delete("/favorites/" + UUID.randomUUID())
                .header("Accept", type)
                .as(mia)
                .send()
                .expect(204);
        http.delete("/me/background").header("Accept", type).as(mia).send().expect(204);
        http.delete("/favorites/mia").header("Accept", type).as(mia).send().expectProblem(400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/png"})
    void unsupportedAcceptHeaderReturns406(String type) {
        http.get("/activities").header("Accept", type).send().expectProblem(406, "not-acceptable");
    }

    @Test
    void declaredBodyOverTheLimitReturns413() {
        http.post("/auth/login", " ".repeat(64 * 1024 + 1)).send().expectProblem(413, "payload-too-large");
    }

    @Test
    void streamedBodyOverTheLimitReturns413() {
        var nullBytes = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[70_000]));

        http.call("POST", "/auth/login", BodyPublishers.fromPublisher(nullBytes))
                .header("Content-Type", "application/json")
                .send()
                .expectProblem(413, "payload-too-large");
        http.call(
                        "POST",
                        "/auth/login",
                        BodyPublishers.ofInputStream(() ->
                                new ByteArrayInputStream(" ".repeat(70_000).getBytes(StandardCharsets.UTF_8))))
                .header("Content-Type", "application/json")
                .send()
                .expectProblem(413, "payload-too-large");
    }

    @Test
    void bodyAtTheLimitIsAccepted() {
        var padded = LOGIN + " ".repeat(64 * 1024 - LOGIN.length());

        http.post("/auth/login", padded).send().expectProblem(401, "invalid-credentials");
    }

    @Test
    void bulkOperationAcceptsFourMebibytes() {
        var admin = people.admin();

        http.put("/catalog/activities", "{\"items\": []" + " ".repeat(1_000_000) + "}")
                .as(admin)
                .send()
                .expect(200);
        http.put("/catalog/activities", " ".repeat(4 * 1024 * 1024 + 1))
                .as(admin)
                .send()
                .expectProblem(413, "payload-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/favorites/1", "/favorites/1-1-1-1-1", "/favorites/x0000000-0000-4000-8000-000000000001"})
    void pathVariableOfTheWrongTypeIsMalformed(String path) {
        http.get(path).as(people.anyone()).send().expectProblem(400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=x", "limit=99999999999", "type=FOO", "type=slot_based", "companyId=1", "sort=best"})
    void queryParameterOfTheWrongTypeIsMalformed(String query) {
        http.get("/activities?" + query).send().expectProblem(400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/activities?search=%ED%A0%80",
                "/activities?limit=%",
                "/activities?type=%zz",
                "/livez?x=%C3%28",
                "/activities?type=%20SERVICE"
            })
    void undecodableQueryIsMalformed(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101"})
    void limitOutOfRangeIsReported(String limit) {
        http.get("/activities?limit=" + limit).send().expectFaults("limit:out-of-range");
    }

    @Test
    void unstorableSearchTextIsReported() {
        http.get("/activities?search=%00").send().expectFaults("search:malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/me;a=b", "//me", "/me/..;/admin", "/%2e%2e/me", "/me%2f", "/me%00"})
    void suspiciousPathIsMalformed(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "malformed-request", "X-Request-Id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a|b HTTP/1.1\r\nHost: localhost",
                "GET / HTTP/1.1",
                "GET / HTTP/9.9\r\nHost: localhost",
                "POST /auth/login HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: foo",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b",
                "POST /auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: x"
            })
    void containerErrorIsAProblem(String request) throws IOException {
        assertThat(raw(request + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "malformed-request");
    }

    @Test
    void validRequestIdIsReturned() {
        assertThat(http.get("/nope").header("X-Request-Id", "abc-1.2_3").send().header("X-Request-Id"))
                .isEqualTo("abc-1.2_3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "<script>", "ä"})
    void invalidRequestIdIsReplaced(String id) {
        assertThat(http.get("/nope").header("X-Request-Id", id).send().header("X-Request-Id"))
                .isNotEqualTo(id)
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void instanceIsTheRequestPath() {
        assertThat(http.get("/nope?a=b").send().text("/instance")).isEqualTo("/nope");
    }

    private String raw(String request) throws IOException {
        var address = URI.create(http.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
