package dev.stagedoor.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.Mailbox;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorMailTest;
import dev.stagedoor.support.Together;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorMailTest
class PasswordResetTests {

    private static final String NEXT = "the-second-act-begins";

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @Test
    void unknownTokenReturns400() {
        reset("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", NEXT).expectProblem(400, "invalid-token");
    }

    @ParameterizedTest
    @CsvSource({
        "short, password:out-of-range",
        "password1234, password:too-common",
        "Stagedoor-2026, password:too-guessable",
        "mia-lindqvist-mia, password:too-personal"
    })
    void rejectedPasswordDoesNotConsumeTheToken(String password, String fault) {
        var person = people.anyone();
        var token = requestedToken(person);

        reset(token, password).expectFaults(fault);

        login(person, People.PASSWORD).expect(200);
        reset(token, NEXT).expect(204);
    }

    @Test
    void usedTokenIsRejected() {
        var person = people.anyone();
        var token = requestedToken(person);
        reset(token, NEXT).expect(204);

        reset(token, "the-third-act-begins").expectProblem(400, "invalid-token");

        login(person, NEXT).expect(200);
    }

    @Test
    void tokenExpiresAfter30Minutes() {
        var person = people.anyone();
        var token = requestedToken(person);
        jdbc.sql("""
                UPDATE access.one_time_tokens SET expires_at = expires_at - interval '30 minutes'
                WHERE user_id = ? AND purpose = 'RESET_PASSWORD'""").param(person.id()).update();

        reset(token, NEXT).expectProblem(400, "invalid-token");

        login(person, People.PASSWORD).expect(200);
    }

    @Test
    void newTokenDoesNotInvalidateTheOlderOne() {
        var person = people.anyone();
        var token = requestedToken(person);
        forgot(person.email()).expect(202);
        var newer = mailbox.awaitMail(person.email(), 3).token();

        reset(token, NEXT).expect(204);

        reset(newer, "the-third-act-begins").expectProblem(400, "invalid-token");
    }

    @Test
    void passwordChangeInvalidatesTheToken() {
        var person = people.anyone();
        var token = requestedToken(person);
        var change = "{\"currentPassword\": \"%s\", \"newPassword\": \"%s\"}".formatted(People.PASSWORD, NEXT);

        http.put("/me/password", change).as(person).send().expect(204);

        reset(token, "the-third-act-begins").expectProblem(400, "invalid-token");
        login(person, NEXT).expect(200);
    }

    @Test
    void deactivationInvalidatesTheToken() {
        var person = people.anyone();
        var token = requestedToken(person);
        http.patch("/admin/users/" + person.id(), "{\"isActive\": false}")
                .as(people.admin())
                .send()
                .expect(200);

        reset(token, NEXT).expectProblem(400, "invalid-token");
    }

    @Test
    void resetChangesThePasswordAndEndsAllSessions() {
        var person = people.anyone();
        var otherSession = people.signIn(person);
        var token = requestedToken(person);

        assertThat(reset(token, NEXT).expect(204).body()).isEmpty();

        for (var session : List.of(person, otherSession)) {
            http.get("/me").as(session).send().expectProblem(401, "unauthorized");
            http.post("/auth/refresh", "{\"refreshToken\": \"%s\"}".formatted(session.refreshToken()))
                    .send()
                    .expectProblem(401, "invalid-refresh-token");
        }
        login(person, People.PASSWORD).expectProblem(401, "invalid-credentials");
        var session = login(person, NEXT).expect(200);
        assertThat(session.json().at("/user/emailVerified").asBoolean()).isTrue();
        mailbox.awaitMail(person.email(), "Your password was changed");
    }

    @Test
    void oneOf16ConcurrentCallsRedeemsTheToken() {
        var person = people.anyone();
        var token = requestedToken(person);

        var answers = Together.run(
                16, index -> reset(token, "the-act-with-number-" + index).status());

        assertThat(answers).containsOnly(204, 400).containsOnlyOnce(204);
        login(person, "the-act-with-number-" + answers.indexOf(204)).expect(200);
    }

    @Test
    void unknownAccountReturnsTheSameResponse() {
        var person = people.anyone();
        var deactivated = people.anyone();
        jdbc.sql("UPDATE users.users SET is_active = false WHERE id = ?")
                .param(deactivated.id())
                .update();

        var answers = List.of(
                forgot(person.email()),
                forgot(People.anyEmail()),
                forgot(deactivated.email()),
                forgot("nobody"),
                forgot("x".repeat(20_000)));

        assertThat(answers).allSatisfy(answer -> {
            answer.expect(202);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.response().headers().map().keySet())
                    .isEqualTo(answers.get(0).response().headers().map().keySet());
        });
        mailbox.awaitMail(person.email(), "Choose a new password");
        assertThat(mailbox.to(deactivated.email()))
                .extracting(email -> email.subject())
                .doesNotContain("Choose a new password");
    }

    @Test
    void emailIsNormalized() {
        var person = people.anyone();

        forgot("  " + person.email().toUpperCase() + " ").expect(202);

        mailbox.awaitMail(person.email(), "Choose a new password");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{} | email:required", "{\"email\": \"\"} | email:required", "{\"email\": []} | email:malformed"})
    void invalidBodyReturns400(String body, String fault) {
        http.post("/auth/password/forgot", body).send().expectFaults(fault);
    }

    private Answer forgot(String email) {
        return http.post("/auth/password/forgot", "{\"email\": \"%s\"}".formatted(email))
                .send();
    }

    private String requestedToken(Person person) {
        mailbox.awaitMail(person.email(), 1);
        forgot(person.email()).expect(202);
        return mailbox.awaitMail(person.email(), 2).token();
    }

    private Answer reset(String token, String password) {
        return http.post("/auth/password/reset", "{\"token\": \"%s\", \"password\": \"%s\"}".formatted(token, password))
                .send();
    }

    private Answer login(Person person, String password) {
        return http.post("/auth/login", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(person.email(), password))
                .send();
    }
}
