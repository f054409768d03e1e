package dev.stagedoor.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.Mailbox;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorMailTest;
import dev.stagedoor.support.Together;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorMailTest
class EmailVerificationTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"x", " x ", "%00", "sdr_abc", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "'; --"})
    void malformedTokenReturns400(String token) {
        verify(token).expectProblem(400, "invalid-token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | token:required",
                "{\"token\": null} | token:required",
                "{\"token\": \" \"} | token:required",
                "{\"token\": 1} | token:malformed",
                "{\"token\": \"x\", \"email\": \"x\"} | email:unknown"
            })
    void invalidBodyReturns400(String body, String fault) {
        http.post("/auth/email/verify", body).send().expectFaults(fault);
    }

    @Test
    void usedTokenSucceedsAgainWhileItsAddressIsTheAccounts() {
        var registered = registered();
        verify(registered.token()).expect(204);
        age(registered.person(), "25 hours");

        verify(registered.token()).expect(204);

        jdbc.sql("UPDATE users.users SET email = 'x' || email WHERE id = ?")
                .param(registered.person().id())
                .update();
        verify(registered.token()).expectProblem(400, "invalid-token");
    }

    @Test
    void tokenOfAFormerAddressIsRejected() {
        var registered = registered();
        jdbc.sql("UPDATE users.users SET email = 'x' || email WHERE id = ?")
                .param(registered.person().id())
                .update();

        verify(registered.token()).expectProblem(400, "invalid-token");
        assertThat(isVerified(registered.person())).isFalse();
    }

    @Test
    void tokenExpiresAfter24Hours() {
        var registered = registered();
        age(registered.person(), "24 hours");

        verify(registered.token()).expectProblem(400, "invalid-token");
        assertThat(isVerified(registered.person())).isFalse();
    }

    @Test
    void tokenIsValidShortlyBefore24Hours() {
        var registered = registered();
        age(registered.person(), "23 hours 59 minutes");

        verify(registered.token()).expect(204);
    }

    @Test
    void newTokenDoesNotInvalidateTheOlderOne() {
        var registered = registered();

        requestVerification(registered.person()).expect(202);
        var newer = mailbox.awaitMail(registered.person().email(), 2).token();

        verify(registered.token()).expect(204);
        verify(newer).expect(204);
    }

    @Test
    void passwordChangeInvalidatesTheToken() {
        var registered = registered();
        var change =
                "{\"currentPassword\": \"%s\", \"newPassword\": \"the-second-act-begins\"}".formatted(People.PASSWORD);

        http.put("/me/password", change).as(registered.person()).send().expect(204);

        verify(registered.token()).expectProblem(400, "invalid-token");
    }

    @Test
    void tokenOfAnotherPurposeIsRejected() {
        var person = registered().person();
        http.post("/auth/password/forgot", "{\"email\": \"%s\"}".formatted(person.email()))
                .send()
                .expect(202);

        var reset = mailbox.awaitMail(person.email(), "Choose a new password").token();

        verify(reset).expectProblem(400, "invalid-token");
        assertThat(isVerified(person)).isFalse();
    }

    @Test
    void anonymousVerificationRequestReturns401() {
        http.call("POST", "/auth/email/verification", BodyPublishers.noBody())
                .send()
                .expectProblem(401, "unauthorized");
    }

    @Test
    void validTokenVerifiesTheEmail() {
        var registered = registered();
        var before = http.get("/me").as(registered.person()).send().expect(200);
        assertThat(before.json().at("/emailVerified").asBoolean()).isFalse();

        var answer = verify(registered.token()).expect(204);

        assertThat(answer.body()).isEmpty();
        var after = http.get("/me").as(registered.person()).send().expect(200);
        assertThat(after.json().at("/emailVerified").asBoolean()).isTrue();
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
    }

    @Test
    void concurrentCallsVerifyTheEmail() {
        var registered = registered();

        var answers = Together.run(64, index -> verify(registered.token()).status());

        assertThat(answers).containsOnly(204);
        assertThat(isVerified(registered.person())).isTrue();
    }

    @Test
    void noEmailIsSentToAVerifiedAddress() {
        var registered = registered();
        verify(registered.token()).expect(204);

        requestVerification(registered.person()).expect(202);

        requestVerification(people.anyone()).expect(202);
        var other = registered();
        assertThat(other.token()).isNotBlank();
        assertThat(mailbox.to(registered.person().email())).hasSize(1);
    }

    @Test
    void onlyTheDigestOfATokenIsStored() {
        var registered = registered();

        var rows = jdbc.sql("""
                SELECT CAST(t AS text) FROM access.one_time_tokens t WHERE user_id = :user
                UNION ALL SELECT CAST(m AS text) FROM platform.mails m WHERE user_id = :user""")
                .param("user", registered.person().id())
                .query(String.class)
                .list();

        assertThat(rows).hasSize(2).noneMatch(row -> row.contains(registered.token()));
    }

    private Answer verify(String token) {
        return http.post("/auth/email/verify", "{\"token\": \"%s\"}".formatted(token))
                .send();
    }

    private Answer requestVerification(Person person) {
        return http.call("POST", "/auth/email/verification", BodyPublishers.noBody())
                .as(person)
                .send();
    }

    private Registered registered() {
        var person = people.anyone();
        return new Registered(person, mailbox.awaitMail(person.email(), 1).token());
    }

    private void age(Person person, String by) {
        jdbc.sql("UPDATE access.one_time_tokens SET expires_at = expires_at - CAST(? AS interval) WHERE user_id = ?")
                .params(by, person.id())
                .update();
    }

    private boolean isVerified(Person person) {
        return jdbc.sql("SELECT email_verified FROM users.users WHERE id = ?")
                .param(person.id())
                .query(Boolean.class)
                .single();
    }

    private record Registered(Person person, String token) {}
}
