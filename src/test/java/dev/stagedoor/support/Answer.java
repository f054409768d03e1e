package dev.stagedoor.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
public record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    /** The body as JSON; {@code json().at("/user/id").asString()} reads a value. */
    public JsonNode json() {
        return JSON.readTree(response.body());
    }

    /** A value by its JSON pointer, as text. */
    public String text(String pointer) {
        return json().at(pointer).asString();
    }

    /** The texts of one field over the {@code items} of a list. */
    public List<String> items(String field) {
        return json().at("/items")
                .valueStream()
                .map(item -> item.at("/" + field).asString())
                .toList();
    }

    /** A header, or null. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    /** Expects a status, and shows the body where it is another. */
    public Answer expect(int status) {
        assertThat(status()).as(body()).isEqualTo(status);
        return this;
    }

    /** Expects a problem answer (RFC 9457) of this status and code, whole and clean. */
    public Answer expectProblem(int status, String code) {
        expect(status);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(header("X-Request-Id")).isNotBlank();
        assertThat(text("/code")).as(body()).isEqualTo(code);
        assertThat(text("/type")).isEqualTo("/problems/" + code);
        assertThat(json().at("/status").asInt()).isEqualTo(status);
        assertThat(text("/title")).isNotBlank();
        assertThat(text("/detail")).isNotBlank();
        assertThat(json().has("instance")).isTrue();
        assertThat(body()).doesNotContain("Exception", "dev.stagedoor", "org.spring", "SQL", "tools.jackson");
        return this;
    }

    /** Expects {@code validation-failed} with one row for each of these {@code field:code}, and no other. */
    public Answer expectFaults(String... faults) {
        expectProblem(400, "validation-failed");
        assertThat(json().at("/errors")
                        .valueStream()
                        .map(row -> row.at("/field").asString() + ":"
                                + row.at("/code").asString()))
                .as(body())
                .containsExactlyInAnyOrder(faults);
        return this;
    }
}
