package dev.stagedoor.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Together;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class LoginTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void signInReturnsASession() {
        var person = people.anyone();

        var session = login(person.email(), People.PASSWORD).expect(200);

        assertThat(session.header("Cache-Control")).isEqualTo("no-store");
        assertThat(session.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "accessToken", "tokenType", "expiresIn", "refreshToken", "refreshExpiresIn", "user");
        assertThat(session.text("/tokenType")).isEqualTo("Bearer");
        assertThat(session.json().at("/expiresIn").asInt()).isEqualTo(600);
        assertThat(session.json().at("/refreshExpiresIn").asInt()).isEqualTo(30 * 24 * 3600);
        var me = http.get("/me").bearer(session.text("/accessToken")).send().expect(200);
        assertThat(session.json().at("/user")).isEqualTo(me.json());
    }

    @Test
    void emailIsNormalized() {
        var person = people.anyone();

        login("  " + person.email().toUpperCase() + " ", People.PASSWORD).expect(200);
    }

    /** Earlier versions wrote the digits of the JVM's locale. */
    @Test
    void hashWithDigitsOfAnotherScriptIsReplacedAtSignIn() {
        var person = people.anyone();
        jdbc.sql("""
                        UPDATE users.users SET password_hash = replace(password_hash, 'v=19$m=19456,t=2,p=1', 'v=١٩$m=١٩٤٥٦,t=٢,p=١')
                        WHERE id = ?""").param(person.id()).update();

        Together.run(4, index -> login(person.email(), People.PASSWORD).expect(200));

        assertThat(jdbc.sql("SELECT password_hash FROM users.users WHERE id = ?")
                        .param(person.id())
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        login(person.email(), People.PASSWORD).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"see-you-at-the-shoW", "see-you-at-the-show ", " ", "\\t", "x"})
    void wrongPasswordReturns401(String password) {
        var person = people.anyone();

        login(person.email(), password).expectProblem(401, "invalid-credentials");

        assertThat(sessions(person)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@example.com", "nobody", "@", "' OR true --", "%"})
    void unknownEmailReturns401(String email) {
        login(email, People.PASSWORD).expectProblem(401, "invalid-credentials");
    }

    @Test
    void overlongEmailAndPasswordReturn401() {
        login("x".repeat(20_000) + "@example.com", "y".repeat(20_000)).expectProblem(401, "invalid-credentials");
    }

    @Test
    void failedSignInsReturnIdenticalResponses() {
        var wrong = people.anyone();
        var deactivated = people.anyone();
        jdbc.sql("UPDATE users.users SET is_active = false WHERE id = ?")
                .param(deactivated.id())
                .update();
        var answers = List.of(
                login(wrong.email(), "not-the-password"),
                login(People.anyEmail(), People.PASSWORD),
                login(withoutPassword(), People.PASSWORD),
                login(deactivated.email(), "not-the-password"),
                login(deactivated.email(), People.PASSWORD));

        assertThat(answers).allSatisfy(answer -> answer.expectProblem(401, "invalid-credentials"));
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(answers.stream().map(LoginTests::headerNames).distinct()).hasSize(1);
        assertThat(sessions(deactivated)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"email\": \"a@example.com\"} | password:required",
                "{\"email\": \"a@example.com\", \"password\": null} | password:required",
                "{\"email\": \"a@example.com\", \"password\": \"\"} | password:required",
                "{\"email\": \"a@example.com\", \"password\": 123456789012} | password:malformed",
                "{\"password\": \"x\"} | email:required",
                "{\"email\": null, \"password\": \"x\"} | email:required",
                "{\"email\": \" \", \"password\": \"x\"} | email:required",
                "{\"email\": \"a\", \"password\": \"x\", \"username\": \"a\"} | username:unknown"
            })
    void incompleteBodyReturns400(String body, String fault) {
        http.post("/auth/login", body).send().expectFaults(fault);
    }

    @Test
    void signInUpdatesLastLoginAt() {
        var person = people.anyone();
        var registered = lastLogin(person);

        login(person.email(), People.PASSWORD).expect(200);

        assertThat(lastLogin(person)).isAfter(registered).isBefore(Instant.now().plusSeconds(60));
    }

    @Test
    void failedSignInDoesNotUpdateLastLoginAt() {
        var person = people.anyone();
        var registered = lastLogin(person);

        login(person.email(), "not-the-password").expect(401);

        assertThat(lastLogin(person)).isEqualTo(registered);
    }

    @Test
    void userAgentIsStored() {
        var person = people.anyone();

        loginFrom("Stagedoor/4.2 (Pixel 9)", person);

        assertThat(sessions(person).get(1)).containsEntry("user_agent", "Stagedoor/4.2 (Pixel 9)");
    }

    @Test
    void longUserAgentIsTruncated() {
        var person = people.anyone();

        loginFrom("a".repeat(500) + "b", person);

        assertThat(sessions(person).get(1)).containsEntry("user_agent", "a".repeat(500));
    }

    @Test
    void signInDoesNotEndOtherSessions() {
        var person = people.anyone();

        var second = people.signIn(person);

        http.get("/me").as(person).send().expect(200);
        http.get("/me").as(second).send().expect(200);
    }

    private void loginFrom(String agent, Person person) {
        http.post("/auth/login", body(person.email(), People.PASSWORD))
                .header("User-Agent", agent)
                .send()
                .expect(200);
    }

    private Answer login(String email, String password) {
        return http.post("/auth/login", body(email, password)).send();
    }

    private static String body(String email, String password) {
        return "{\"email\": \"" + email + "\", \"password\": \"" + password + "\"}";
    }

    private static List<String> headerNames(Answer answer) {
        return answer.response().headers().map().keySet().stream().sorted().toList();
    }

    private String withoutPassword() {
        var email = People.anyEmail();
        jdbc.sql("INSERT INTO users.users (email, better_auth_id, first_name, last_name) VALUES (?, ?, 'A', 'B')")
                .params(email, UUID.randomUUID().toString())
                .update();
        return email;
    }

    private Instant lastLogin(Person person) {
        return jdbc.sql("SELECT last_login_at FROM users.users WHERE id = ?")
                .param(person.id())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private List<Map<String, Object>> sessions(Person person) {
        return jdbc.sql("SELECT * FROM access.sessions WHERE user_id = ? ORDER BY created_at")
                .param(person.id())
                .query()
                .listOfRows();
    }
}
