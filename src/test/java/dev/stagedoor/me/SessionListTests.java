package dev.stagedoor.me;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.RawHttp;
import dev.stagedoor.support.StagedoorTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class SessionListTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void sessionOfAnotherUserReturns404() {
        var other = people.anyone();
        var id = http.get("/me/sessions").as(other).send().text("/items/0/id");
        var person = people.anyone();

        var otherUsers = http.delete("/me/sessions/" + id).as(person).send().expectProblem(404, "not-found");
        var unknown = http.delete("/me/sessions/" + UUID.randomUUID())
                .as(person)
                .send()
                .expectProblem(404, "not-found");

        assertThat(otherUsers.text("/detail")).isEqualTo(unknown.text("/detail"));
        http.get("/me").as(other).send().expect(200);
    }

    @Test
    void malformedIdReturns400() {
        http.delete("/me/sessions/1").as(people.anyone()).send().expectProblem(400, "malformed-request");
    }

    @Test
    void listContainsUserAgentsAndMarksTheCurrentSession() {
        var first = people.anyone();
        var login = """
                {"email": "%s", "password": "%s"}""".formatted(first.email(), first.password());
        var token = http.post("/auth/login", login)
                .header("User-Agent", "Stagedoor/4.2 (iPhone)")
                .send()
                .text("/accessToken");

        var sessions = http.get("/me/sessions").bearer(token).send().expect(200);

        assertThat(sessions.json().at("/items/0").propertyNames())
                .containsExactlyInAnyOrder("id", "userAgent", "createdAt", "lastUsedAt", "expiresAt", "current");
        assertThat(sessions.items("userAgent").get(0)).isEqualTo("Stagedoor/4.2 (iPhone)");
        assertThat(sessions.items("current")).containsExactly("true", "false");
        assertThat(sessions.body()).doesNotContain("digest", first.refreshToken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ст/1 \u0280 ß", "App/1 \ud83e\udee8 (é)", "\ud83d\ude00"})
    void userAgentIsStoredAsUtf8(String agent) {
        var person = people.anyone();
        var body = "{\"email\": \"" + person.email() + "\", \"password\": \"" + person.password() + "\"}";

        for (var value : List.of(agent, agent.repeat(200))) {
            assertThat(new RawHttp(http)
                            .send(
                                    "POST /auth/login HTTP/1.1",
                                    "Host: localhost",
                                    "Content-Type: application/json",
                                    "User-Agent: "
                                            + new String(
                                                    value.getBytes(StandardCharsets.UTF_8),
                                                    StandardCharsets.ISO_8859_1),
                                    "Content-Length: " + body.length() + "\r\n\r\n" + body))
                    .startsWith("HTTP/1.1 200");
        }

        assertThat(http.get("/me/sessions").as(person).send().items("userAgent"))
                .contains(agent)
                .anyMatch(stored -> stored.startsWith(agent.repeat(2)));
    }

    @Test
    void endingAllSessionsKeepsTheCurrentOne() {
        var phone = people.anyone();
        var tablet = people.signIn(phone);
        var other = people.anyone();

        http.delete("/me/sessions").as(tablet).send().expect(204);

        http.get("/me").as(phone).send().expectProblem(401, "unauthorized");
        http.get("/me").as(other).send().expect(200);
        assertThat(http.get("/me/sessions").as(tablet).send().items("current")).containsExactly("true");
        http.delete("/me/sessions").as(tablet).send().expect(204);
    }

    @Test
    void newSessionReplacesTheLeastRecentlyRefreshed() {
        var first = people.anyone();
        var second = people.signIn(first);
        jdbc.sql("""
                INSERT INTO access.sessions
                    (user_id, family_digest, current_digest, created_at, last_used_at, expires_at, ended_at)
                SELECT ?, sha256(CAST(gen_random_uuid() AS text)::bytea), sha256('x'), now(), now(), now() + interval '1 day',
                       CASE WHEN n > 48 THEN now() END
                FROM generate_series(1, 60) n""").param(first.id()).update();
        http.get("/me").as(second).send().expect(200);
        http.post("/auth/refresh", "{\"refreshToken\": \"%s\"}".formatted(first.refreshToken()))
                .send()
                .expect(200);

        var latest = people.signIn(first);

        assertThat(http.get("/me/sessions").as(latest).send().items("id")).hasSize(50);
        http.get("/me").as(second).send().expectProblem(401, "unauthorized");
        http.get("/me").as(first).send().expect(200);
    }

    @Test
    void endedSessionIsInvalidAndNoLongerListed() {
        var phone = people.anyone();
        var tablet = people.signIn(phone);
        var id = http.get("/me/sessions")
                .as(phone)
                .send()
                .json()
                .at("/items")
                .valueStream()
                .filter(session -> session.at("/current").asBoolean())
                .findFirst()
                .orElseThrow()
                .at("/id")
                .asString();

        http.delete("/me/sessions/" + id).as(tablet).send().expect(204);
        http.delete("/me/sessions/" + id).as(tablet).send().expect(204);

        http.get("/me").as(phone).send().expectProblem(401, "unauthorized");
        http.post("/auth/refresh", "{\"refreshToken\": \"%s\"}".formatted(phone.refreshToken()))
                .send()
                .expectProblem(401, "invalid-refresh-token");
        assertThat(http.get("/me/sessions").as(tablet).send().items("current")).containsExactly("true");
    }
}
