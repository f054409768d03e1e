package dev.stagedoor.me;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Together;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class PasswordChangeTests {

    private static final String NEXT = "the-second-act-begins";

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void missingFieldsReturn400() {
        http.put("/me/password", "{}")
                .as(people.anyone())
                .send()
                .expectFaults("currentPassword:required", "newPassword:required");
    }

    @Test
    void wrongCurrentPasswordReturns401() {
        var person = people.anyone();

        change(person, "not-my-password", NEXT).expectProblem(401, "invalid-credentials");

        people.signIn(person);
    }

    @ParameterizedTest
    @CsvSource({
        "short-one, out-of-range",
        "password1234, too-common",
        "Stagedoor-2026, too-guessable",
        "mia-lindqvist, too-personal",
        "see-you-at-the-show, unchanged"
    })
    void weakPasswordReturns400(String next, String code) {
        var person = people.anyone();
        var before = hash(person);

        change(person, person.password(), next).expectFaults("newPassword:" + code);

        assertThat(hash(person)).isEqualTo(before);
    }

    @Test
    void changeEndsAllOtherSessions() {
        var phone = people.anyone();
        var tablet = people.signIn(phone);

        change(tablet, tablet.password(), NEXT).expect(204);

        http.get("/me").as(tablet).send().expect(200);
        http.get("/me").as(phone).send().expectProblem(401, "unauthorized");
        http.post("/auth/refresh", "{\"refreshToken\": \"%s\"}".formatted(phone.refreshToken()))
                .send()
                .expectProblem(401, "invalid-refresh-token");
        login(phone, phone.password()).expectProblem(401, "invalid-credentials");
        login(phone, NEXT).expect(200);
    }

    @Test
    void oneOfManyConcurrentChangesSucceeds() {
        var person = people.anyone();

        var statuses = Together.run(
                6, each -> change(person, person.password(), NEXT + each).status());

        assertThat(statuses).containsOnlyOnce(204).allMatch(status -> status == 204 || status == 409 || status == 401);
    }

    private Answer change(Person person, String current, String next) {
        return http.put(
                        "/me/password",
                        "{\"currentPassword\": \"%s\", \"newPassword\": \"%s\"}".formatted(current, next))
                .as(person)
                .send();
    }

    private Answer login(Person person, String password) {
        return http.post("/auth/login", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(person.email(), password))
                .send();
    }

    private String hash(Person person) {
        return jdbc.sql("SELECT password_hash FROM users.users WHERE id = ?")
                .param(person.id())
                .query(String.class)
                .single();
    }
}
