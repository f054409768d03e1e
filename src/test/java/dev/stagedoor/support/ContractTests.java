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

/** What is not in the documents does not pass for an answer of the service. */
class ContractTests {

    private static final String ME = "/paths/~1me/get/responses/200/content/application~1json/example";
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "application/json",
            "X-Request-Id", "abc",
            "ETag", "\"a\"",
            "Cache-Control", "private, no-cache");

    private final Contract contract = Contract.ofTheService();

    @Test
    void whatIsPromisedPasses() {
        assertThat(faults("GET", "/me", 200, HEADERS, me())).isEmpty();
    }

    @Test
    void aCallOfNoDocumentIsNoneOfItsBusiness() {
        assertThat(faults("GET", "/nope", 418, Map.of(), "short and stout")).isEmpty();
        assertThat(faults("DELETE", "/me", 418, Map.of(), "short and stout")).isEmpty();
    }

    @Test
    void aStatusThatIsNotDocumentedIsRefused() {
        assertThat(faults("GET", "/me", 418, HEADERS, me())).containsExactly("status 418");
        assertThatThrownBy(() -> contract.check(exchange("GET", "/me", 418, HEADERS, me())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GET /me -> 418");
    }

    @Test
    void aMediaTypeThatIsNotDocumentedIsRefused() {
        assertThat(faults("GET", "/me", 200, with("Content-Type", "text/html"), "<p>"))
                .containsExactly("media type text/html");
    }

    @Test
    void aBodyWhereNoneIsDocumentedIsRefused() {
        var path = "/favorites/a0000000-0000-4000-8000-000000000001";

        assertThat(faults("DELETE", path, 204, HEADERS, "")).isEmpty();
        assertThat(faults("DELETE", path, 204, HEADERS, "{}")).containsExactly("a body");
    }

    @Test
    void aMissingHeaderIsRefused() {
        assertThat(faults("GET", "/me", 200, with("ETag", ""), me())).containsExactly("no header ETag");
        assertThat(faults("GET", "/me", 200, with("X-Request-Id", ""), me())).containsExactly("no header X-Request-Id");
    }

    @Test
    void aFieldThatIsNotDocumentedIsRefused() {
        var me = ((ObjectNode) Yaml.read(me())).put("passwordHash", "$argon2id$");

        assertThat(faults("GET", "/me", 200, HEADERS, me.toString()))
                .singleElement()
                .asString()
                .contains("passwordHash");
    }

    @Test
    void aFieldOfAnObjectWithinThatIsNotDocumentedIsRefused() {
        var me = Yaml.read(me());
        ((ObjectNode) me.at("/companies/0")).put("secret", true);

        assertThat(faults("GET", "/me", 200, HEADERS, me.toString()))
                .singleElement()
                .asString()
                .contains("secret");
    }

    @ParameterizedTest
    @CsvSource({"email", "settings", "companies"})
    void aFieldThatIsLeftOutIsRefused(String field) {
        var me = (ObjectNode) Yaml.read(me());
        me.remove(field);

        assertThat(faults("GET", "/me", 200, HEADERS, me.toString()))
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
    void aValueOfAnotherTypeIsRefused(String field, String value) {
        var me = ((ObjectNode) Yaml.read(me())).set(field, Yaml.read(value));

        assertThat(faults("GET", "/me", 200, HEADERS, me.toString())).isNotEmpty();
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThat(faults("GET", "/me", 200, HEADERS, "{")).isNotEmpty();
    }

    @Test
    void aProblemOfACodeThatIsNotDocumentedIsRefused() {
        var problem = """
                {"type": "/problems/conflict", "title": "A", "status": 409, "detail": "B", "instance": "/me", "code": "%s"}""";
        var headers = with("Content-Type", "application/problem+json");

        assertThat(faults("PATCH", "/me", 409, headers, problem.formatted("phone-taken")))
                .isEmpty();
        assertThat(faults("PATCH", "/me", 409, headers, problem.formatted("email-taken")))
                .containsExactly("code email-taken");
    }

    @Test
    void theMostLiteralPathIsTheOneThatIsMeant() {
        assertThat(faults("POST", "/favorites/import", 204, HEADERS, "")).containsExactly("status 204");
        assertThat(faults("DELETE", "/favorites/import", 204, HEADERS, "")).isEmpty();
    }

    private List<String> faults(String method, String path, int status, Map<String, String> headers, String body) {
        return contract.faults(exchange(method, path, status, headers, body));
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
