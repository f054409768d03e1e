package dev.stagedoor.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reuse of refresh tokens. */
@StagedoorTest
class RefreshReplayTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void reuseAfterTheSuccessorWasUsedEndsTheSession() {
        var person = people.anyone();
        var successor = refresh(person.refreshToken()).expect(200);
        var latest = refresh(token(successor)).expect(200);

        refresh(person.refreshToken()).expectProblem(401, "invalid-refresh-token");

        expectEnded(person, latest);
    }

    @Test
    void reuseAfterSixtySecondsEndsTheSession() {
        var person = people.anyone();
        var successor = refresh(person.refreshToken()).expect(200);
        moveRotationBack(person, "61 seconds");

        refresh(person.refreshToken()).expectProblem(401, "invalid-refresh-token");

        expectEnded(person, successor);
    }

    @Test
    void reuseOfAnOlderTokenEndsTheSession() {
        var person = people.anyone();
        var second = refresh(person.refreshToken()).expect(200);
        var third = refresh(token(second)).expect(200);
        var fourth = refresh(token(third)).expect(200);

        refresh(token(second)).expectProblem(401, "invalid-refresh-token");

        expectEnded(person, fourth);
    }

    @Test
    void reuseWithinSixtySecondsReturnsTheSameSuccessor() {
        var person = people.anyone();
        var lost = refresh(person.refreshToken()).expect(200);
        moveRotationBack(person, "30 seconds");

        var repeated = refresh(person.refreshToken()).expect(200);

        assertThat(token(repeated)).isEqualTo(token(lost));
        assertThat(repeated.text("/accessToken")).isNotEqualTo(lost.text("/accessToken"));
        http.get("/me").bearer(repeated.text("/accessToken")).send().expect(200);
        refresh(token(repeated)).expect(200);
    }

    /** A thief who replays the owner's token gets no session of his own: the next reuse by either ends the session. */
    @Test
    void ownerAndThiefShareOneSuccessor() {
        var person = people.anyone();
        var owner = refresh(person.refreshToken()).expect(200);
        var thief = refresh(person.refreshToken()).expect(200);
        var next = refresh(token(thief)).expect(200);
        moveRotationBack(person, "61 seconds");

        refresh(token(owner)).expectProblem(401, "invalid-refresh-token");

        expectEnded(person, next);
    }

    @Test
    void secondReuseDoesNotExtendTheGracePeriod() {
        var person = people.anyone();
        refresh(person.refreshToken()).expect(200);
        moveRotationBack(person, "31 seconds");
        var repeated = refresh(person.refreshToken()).expect(200);
        moveRotationBack(person, "31 seconds");

        refresh(person.refreshToken()).expectProblem(401, "invalid-refresh-token");

        expectEnded(person, repeated);
    }

    @Test
    void reuseAfterTheRepeatedSuccessorWasUsedEndsTheSession() {
        var person = people.anyone();
        refresh(person.refreshToken()).expect(200);
        var repeated = refresh(person.refreshToken()).expect(200);
        var latest = refresh(token(repeated)).expect(200);

        refresh(person.refreshToken()).expectProblem(401, "invalid-refresh-token");

        expectEnded(person, latest);
    }

    @Test
    void reuseDoesNotEndOtherSessions() {
        var person = people.anyone();
        var otherSession = people.signIn(person);
        var successor = refresh(person.refreshToken()).expect(200);
        refresh(token(successor)).expect(200);

        refresh(person.refreshToken()).expect(401);

        http.get("/me").as(otherSession).send().expect(200);
        refresh(otherSession.refreshToken()).expect(200);
    }

    @Test
    void deactivatedAccountCannotReuseAToken() {
        var person = people.anyone();
        refresh(person.refreshToken()).expect(200);
        jdbc.sql("UPDATE users.users SET is_active = false WHERE id = ?")
                .param(person.id())
                .update();

        refresh(person.refreshToken()).expectProblem(401, "invalid-refresh-token");
    }

    private void expectEnded(Person person, Answer latest) {
        refresh(token(latest)).expectProblem(401, "invalid-refresh-token");
        http.get("/me").bearer(latest.text("/accessToken")).send().expectProblem(401, "unauthorized");
        http.get("/me").as(person).send().expectProblem(401, "unauthorized");
    }

    private void moveRotationBack(Person person, String interval) {
        jdbc.sql("UPDATE access.sessions SET rotated_at = rotated_at - ?::interval WHERE user_id = ?")
                .params(interval, person.id())
                .update();
    }

    private static String token(Answer session) {
        return session.text("/refreshToken");
    }

    private Answer refresh(String token) {
        return http.post("/auth/refresh", "{\"refreshToken\": \"" + token + "\"}")
                .send();
    }
}
