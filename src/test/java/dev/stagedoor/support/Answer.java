package dev.stagedoor.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A response of the service. */
public record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    /** The body as JSON, for example {@code json().at("/user/id").asString()}. */
    public JsonNode json() {
        return JSON.readTree(response.body());
    }

    /** A value by its JSON pointer, as text. */
    public String text(String pointer) {
        return json().at(pointer).asString();
    }

    /** The values of one field in the {@code items} of a list, as text. */
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

    /** Asserts the status. A failure contains the body. */
    public Answer expect(int status) {
        assertThat(status()).as(body()).isEqualTo(status);
        return this;
    }

    /** Asserts a complete problem response (RFC 9457) with this status and code, and without internal details. */
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

    /** Asserts {@code validation-failed} with exactly these errors, each as {@code field:code}. */
    public Answer expectFaults(String... errors) {
        expectProblem(400, "validation-failed");
        assertThat(json().at("/errors")
                        .valueStream()
                        .map(row -> row.at("/field").asString() + ":"
                                + row.at("/code").asString()))
                .as(body())
                .containsExactlyInAnyOrder(errors);
        return this;
    }
}
