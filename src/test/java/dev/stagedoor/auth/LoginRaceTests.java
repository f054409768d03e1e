package dev.stagedoor.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Together;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sign-ins concurrent with account changes. */
@StagedoorTest
@Tag("fuzz")
class LoginRaceTests {

    private static final String NEXT = "the-second-act-begins";

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @RepeatedTest(3)
    void passwordChangeEndsSessionsOfConcurrentSignIns() {
        var person = people.anyone();

        Together.run(9, index -> index == 0 ? change(person) : login(person, People.PASSWORD));

        login(person, People.PASSWORD).expectProblem(401, "invalid-credentials");
        assertThat(activeSessions(person)).isEqualTo(1);
        http.get("/me").as(person).send().expect(200);
    }

    @RepeatedTest(3)
    void deactivationEndsSessionsOfConcurrentSignIns() {
        var person = people.anyone();
        var admin = people.admin();

        Together.run(9, index -> index == 0 ? deactivate(person, admin) : login(person, People.PASSWORD));

        assertThat(activeSessions(person)).isZero();
    }

    @Test
    void concurrentSignInsAllSucceed() {
        var person = people.anyone();

        var sessions = Together.run(16, index -> login(person, People.PASSWORD).expect(200));

        assertThat(sessions)
                .extracting(session -> session.text("/refreshToken"))
                .doesNotHaveDuplicates();
        assertThat(activeSessions(person)).isEqualTo(17);
    }

    private Answer change(Person person) {
        return http.put(
                        "/me/password",
                        "{\"currentPassword\": \"%s\", \"newPassword\": \"%s\"}".formatted(People.PASSWORD, NEXT))
                .as(person)
                .send()
                .expect(204);
    }

    private Answer deactivate(Person person, Person admin) {
        return http.patch("/admin/users/" + person.id(), "{\"isActive\": false}")
                .as(admin)
                .send()
                .expect(200);
    }

    private Answer login(Person person, String password) {
        var answer = http.post(
                        "/auth/login", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(person.email(), password))
                .send();
        assertThat(List.of(200, 401)).contains(answer.status());
        return answer;
    }

    private long activeSessions(Person person) {
        return jdbc.sql("SELECT count(*) FROM access.sessions WHERE user_id = ? AND ended_at IS NULL")
                .param(person.id())
                .query(Long.class)
                .single();
    }
}
