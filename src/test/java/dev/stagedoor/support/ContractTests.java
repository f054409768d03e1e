package dev.stagedoor.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Undocumented responses are rejected. */
class ContractTests {

    private static final String ME = "/paths/~1me/get/responses/200/content/application~1json/example";
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "application/json",
            "X-Request-Id", "abc",
            "ETag", "\"a\"",
            "Cache-Control", "private, no-cache");

    private final Contract contract = Contract.ofTheService();

    @Test
    void documentedResponseIsAccepted() {
        assertThat(errors("GET", "/me", 200, HEADERS, me())).isEmpty();
    }

    @Test
    void undocumentedOperationIsIgnored() {
        assertThat(errors("GET", "/nope", 418, Map.of(), "short and stout")).isEmpty();
        assertThat(errors("DELETE", "/me", 418, Map.of(), "short and stout")).isEmpty();
    }

    @Test
    void undocumentedStatusIsRejected() {
        assertThat(errors("GET", "/me", 418, HEADERS, me())).containsExactly("status 418");
        assertThatThrownBy(() -> contract.check(exchange("GET", "/me", 418, HEADERS, me())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GET /me -> 418");
    }

    @Test
    void undocumentedMediaTypeIsRejected() {
        assertThat(errors("GET", "/me", 200, with("Content-Type", "text/html"), "<p>"))
                .containsExactly("media type text/html");
    }

    @Test
    void undocumentedBodyIsRejected() {
        var path = "/favorites/a0000000-0000-4000-8000-000000000001";

        assertThat(errors("DELETE", path, 204, HEADERS, "")).isEmpty();
        assertThat(errors("DELETE", path, 204, HEADERS, "{}")).containsExactly("unexpected body");
    }

    @Test
    void missingHeaderIsRejected() {
        assertThat(errors("GET", "/me", 200, with("ETag", ""), me())).containsExactly("missing header ETag");
        assertThat(errors("GET", "/me", 200, with("X-Request-Id", ""), me()))
                .containsExactly("missing header X-Request-Id");
    }

    @Test
    void undocumentedFieldIsRejected() {
        var me = ((ObjectNode) Yaml.read(me())).put("passwordHash", "$argon2id$");

        assertThat(errors("GET", "/me", 200, HEADERS, me.toString()))
                .singleElement()
                .asString()
                .contains("passwordHash");
    }

    @Test
    void undocumentedNestedFieldIsRejected() {
        var me = Yaml.read(me());
        ((ObjectNode) me.at("/companies/0")).put("secret", true);

        assertThat(errors("GET", "/me", 200, HEADERS, me.toString()))
                .singleElement()
                .asString()
                .contains("secret");
    }

    @ParameterizedTest
    @CsvSource({"email", "settings", "companies"})
    void missingFieldIsRejected(String field) {
        var me = (ObjectNode) Yaml.read(me());
        me.remove(field);

        assertThat(errors("GET", "/me", 200, HEADERS, me.toString()))
                .singleElement()
                .asString()
                .contains(field);
    }

    @ParameterizedTest
    @CsvSource({
        "email, null",
        "email, 1",
        "emailVerified, '\"true\"'",
        "id, '\"1\"'",
        "createdAt, '\"yesterday\"'",
        "birthDate, '\"17.05.1994\"'",
        "role, '\"OWNER\"'",
        "companies, null",
        "settings, []"
    })
    void valueOfTheWrongTypeIsRejected(String field, String value) {
        var me = ((ObjectNode) Yaml.read(me())).set(field, Yaml.read(value));

        assertThat(errors("GET", "/me", 200, HEADERS, me.toString())).isNotEmpty();
    }

    @Test
    void malformedJsonIsRejected() {
        assertThat(errors("GET", "/me", 200, HEADERS, "{")).isNotEmpty();
    }

    @Test
    void undocumentedProblemCodeIsRejected() {
        var problem = """
                {"type": "/problems/conflict", "title": "A", "status": 409, "detail": "B", "instance": "/me", "code": "%s"}""";
        var headers = with("Content-Type", "application/problem+json");

        assertThat(errors("PATCH", "/me", 409, headers, problem.formatted("phone-taken")))
                .isEmpty();
        assertThat(errors("PATCH", "/me", 409, headers, problem.formatted("email-taken")))
                .containsExactly("code email-taken");
    }

    @Test
    void pathWithTheFewestVariablesIsUsed() {
        assertThat(errors("POST", "/favorites/import", 204, HEADERS, "")).containsExactly("status 204");
        assertThat(errors("DELETE", "/favorites/import", 204, HEADERS, "")).isEmpty();
    }

    private List<String> errors(String method, String path, int status, Map<String, String> headers, String body) {
        return contract.errors(exchange(method, path, status, headers, body));
    }

    private static Exchange exchange(String method, String path, int status, Map<String, String> headers, String body) {
        var lists = new HashMap<String, List<String>>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return new Exchange(method, path, status, HttpHeaders.of(lists, (name, value) -> true), body);
    }

    private static Map<String, String> with(String header, String value) {
        var headers = new HashMap<>(HEADERS);
        headers.put(header, value);
        return headers;
    }

    private static String me() {
        return Contract.document("client").at(ME).toString();
    }
}
