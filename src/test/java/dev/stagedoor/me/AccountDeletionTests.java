package dev.stagedoor.me;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stagedoor.access.SessionCache;
import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.Mailbox;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorMailTest;
import dev.stagedoor.support.Things;
import dev.stagedoor.support.Together;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorMailTest
class AccountDeletionTests {

    private static final String SUBJECT = "Your account will be deleted";

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SessionCache sessions;

    @Autowired
    DataSource database;

    @Test
    void wrongPasswordReturns401() {
        var person = people.anyone();

        delete(person, "{\"password\": \"not-the-password\"}").expectProblem(401, "invalid-credentials");

        http.get("/me").as(person).send().expect(200);
    }

    @Test
    void missingPasswordReturns400() {
        var person = people.anyone();

        for (var body : List.of("{}", "{\"password\": null}", "null")) {
            delete(person, body).expectFaults("password:required");
        }
        http.call("POST", "/me/deletion", BodyPublishers.noBody())
                .as(person)
                .send()
                .expectFaults("password:required");
        delete(person, "{\"password\": 1}").expectFaults("password:malformed");
        delete(person, "{\"pasword\": \"x\"}").expectFaults("pasword:unknown");
        http.get("/me").as(person).send().expect(200);
    }

    @Test
    void deletionDeactivatesTheAccountAndEndsAllSessions() {
        var person = people.anyone();
        var otherSession = people.signIn(person);

        var answer = delete(person).expect(200);

        assertThat(answer.json().propertyNames()).containsExactly("deactivatedAt", "purgeAfter");
        assertThat(Duration.between(
                        Instant.parse(answer.text("/deactivatedAt")), Instant.parse(answer.text("/purgeAfter"))))
                .isEqualTo(Duration.ofDays(30));
        assertThat(Instant.parse(answer.text("/deactivatedAt"))).isEqualTo(updatedAt(person));
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        for (var session : List.of(person, otherSession)) {
            http.get("/me").as(session).send().expectProblem(401, "unauthorized");
            http.post("/auth/refresh", "{\"refreshToken\": \"%s\"}".formatted(session.refreshToken()))
                    .send()
                    .expectProblem(401, "invalid-refresh-token");
        }
    }

    @Test
    void deletedAccountReturnsTheResponseOfAWrongPassword() {
        var person = people.anyone();
        var wrong = login(person, "not-the-password");
        delete(person).expect(200);

        var right = login(person, People.PASSWORD);

        right.expectProblem(401, "invalid-credentials");
        assertThat(right.body()).isEqualTo(wrong.body());
    }

    @Test
    void registrationForADeletedAccountPointsToThePasswordReset() {
        var person = people.anyone();
        delete(person).expect(200);

        var answer =
                http.post("/auth/register", People.registration(person.email())).send();

        answer.expectProblem(409, "email-taken");
        assertThat(answer.text("/detail")).contains("Request a password reset");
    }

    @Test
    void passwordResetOfADeletedAccountSendsAnotherRestoreLink() {
        var person = people.anyone();
        delete(person).expect(200);
        var first = mailbox.awaitMail(person.email(), SUBJECT).token();
        var sent = mailbox.to(person.email()).size();

        http.post("/auth/password/forgot", "{\"email\": \"%s\"}".formatted(person.email()))
                .send()
                .expect(202);

        var second = mailbox.awaitMail(person.email(), sent + 1);
        assertThat(second.link()).contains("/restore-account?token=");
        restore(second.token()).expect(204);
        restore(first).expectProblem(400, "invalid-token");
        people.signIn(person);
    }

    @Test
    void restoreThatRacesWithThePurgeReturns400() throws SQLException {
        var person = people.anyone();
        delete(person).expect(200);
        var token = mailbox.awaitMail(person.email(), SUBJECT).token();

        try (var purge = database.getConnection()) {
            purge.setAutoCommit(false);
            purge.createStatement().executeUpdate("DELETE FROM users.users WHERE id = '%s'".formatted(person.id()));
            var restore = CompletableFuture.supplyAsync(() -> restore(token));
            await().until(() -> restore.isDone() || isAnyStatementWaiting());
            purge.commit();

            restore.join().expectProblem(400, "invalid-token");
        }
    }

    @Test
    void suspensionOfADeletedAccountPreventsItsRestoration() {
        var person = people.anyone();
        delete(person).expect(200);
        var token = mailbox.awaitMail(person.email(), SUBJECT).token();
        var sent = mailbox.to(person.email()).size();

        updateRights(person, "{\"isActive\": false}");

        restore(token).expectProblem(400, "invalid-token");
        http.post("/auth/password/forgot", "{\"email\": \"%s\"}".formatted(person.email()))
                .send()
                .expect(202);
        mailbox.awaitMail(people.anyone().email(), 1);
        assertThat(mailbox.to(person.email())).hasSize(sent);
    }

    @Test
    void emailLinkRestoresTheAccountOnce() {
        var person = people.anyone();
        var activity = things.activity();
        http.patch("/me", "{\"timezone\": \"Europe/Berlin\", \"settings\": {\"theme\": \"dark\"}}")
                .as(person)
                .send()
                .expect(200);
        http.post("/favorites", "{\"activityId\": \"%s\"}".formatted(activity))
                .as(person)
                .send()
                .expect(201);
        delete(person).expect(200);
        var email = mailbox.awaitMail(person.email(), SUBJECT);
        assertThat(email.link()).contains("/restore-account?token=");

        restore(email.token()).expect(204);

        restore(email.token()).expectProblem(400, "invalid-token");
        http.get("/me").as(person).send().expectProblem(401, "unauthorized");
        var back = people.signIn(person);
        var me = http.get("/me").as(back).send().expect(200);
        assertThat(me.text("/timezone")).isEqualTo("Europe/Berlin");
        assertThat(me.text("/settings/theme")).isEqualTo("dark");
        assertThat(http.get("/favorites").as(back).send().expect(200).items("activityId"))
                .containsExactly(activity.toString());
    }

    @Test
    void oneOf64ConcurrentCallsRestoresTheAccount() {
        var person = people.anyone();
        delete(person).expect(200);
        var token = mailbox.awaitMail(person.email(), SUBJECT).token();

        assertThat(Together.run(64, index -> restore(token).status()))
                .containsOnly(204, 400)
                .containsOnlyOnce(204);
    }

    @Test
    void linkExpiresAfterTheGracePeriod() {
        var person = people.anyone();
        delete(person).expect(200);
        var token = mailbox.awaitMail(person.email(), SUBJECT).token();
        jdbc.sql("UPDATE access.one_time_tokens SET expires_at = expires_at - interval '30 days' WHERE user_id = ?")
                .param(person.id())
                .update();

        restore(token).expectProblem(400, "invalid-token");
        login(person, People.PASSWORD).expect(401);
    }

    @Test
    void adminCanRestoreADeletedAccount() {
        var person = people.anyone();
        delete(person).expect(200);
        var token = mailbox.awaitMail(person.email(), SUBJECT).token();

        updateRights(person, "{\"isActive\": true}");

        http.get("/me").as(people.signIn(person)).send().expect(200);
        restore(token).expectProblem(400, "invalid-token");
    }

    @Test
    void ownerCannotRestoreASuspendedAccount() {
        var person = people.anyone();
        delete(person).expect(200);
        var token = mailbox.awaitMail(person.email(), SUBJECT).token();

        updateRights(person, "{\"isActive\": true}");
        updateRights(person, "{\"isActive\": false}");

        restore(token).expectProblem(400, "invalid-token");
        login(person, People.PASSWORD).expect(401);
    }

    @Test
    void adminUpdateDoesNotChangeTheGracePeriod() {
        var person = people.anyone();
        var deletion = delete(person).expect(200);

        updateRights(person, "{\"isActive\": false}");
        updateRights(person, "{\"isOrganizer\": true}");

        assertThat(updatedAt(person)).isEqualTo(Instant.parse(deletion.text("/deactivatedAt")));
    }

    @Test
    void oneOfManyConcurrentDeletionsSucceeds() {
        var person = people.anyone();

        var answers = Together.run(6, index -> delete(person).status());

        assertThat(answers).containsOnlyOnce(200);
        var email = mailbox.awaitMail(person.email(), SUBJECT);
        restore(email.token()).expect(204);
    }

    @Test
    void deletionInvalidatesEarlierLinks() {
        var person = people.anyone();
        var verification = mailbox.awaitMail(person.email(), 1).token();

        delete(person).expect(200);

        http.post("/auth/email/verify", "{\"token\": \"%s\"}".formatted(verification))
                .send()
                .expectProblem(400, "invalid-token");
    }

    @Test
    void accountWithoutPasswordIsDeletedAfterARecentSignIn() {
        var person = people.anyone();
        jdbc.sql("UPDATE users.users SET password_hash = NULL, better_auth_id = ? WHERE id = ?")
                .params(person.email(), person.id())
                .update();

        delete(person, "{\"password\": \"any-password-at-all\"}").expectProblem(401, "invalid-credentials");
        jdbc.sql("UPDATE access.sessions SET created_at = created_at - interval '11 minutes' WHERE user_id = ?")
                .param(person.id())
                .update();
        sessions.evict(person.id());
        delete(person, "{}").expectProblem(403, "reauthentication-required");

        jdbc.sql("UPDATE access.sessions SET created_at = created_at + interval '2 minutes' WHERE user_id = ?")
                .param(person.id())
                .update();
        sessions.evict(person.id());
        http.call("POST", "/me/deletion", BodyPublishers.noBody())
                .as(person)
                .send()
                .expect(200);
    }

    private Answer delete(Person person) {
        return delete(person, "{\"password\": \"%s\"}".formatted(People.PASSWORD));
    }

    private Answer delete(Person person, String body) {
        return http.post("/me/deletion", body).as(person).send();
    }

    private boolean isAnyStatementWaiting() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock')")
                .query(Boolean.class)
                .single();
    }

    private Answer restore(String token) {
        return http.post("/auth/account/restore", "{\"token\": \"%s\"}".formatted(token))
                .send();
    }

    private Answer login(Person person, String password) {
        return http.post("/auth/login", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(person.email(), password))
                .send();
    }

    private void updateRights(Person person, String rights) {
        http.patch("/admin/users/" + person.id(), rights)
                .as(people.admin())
                .send()
                .expect(200);
    }

    private Instant updatedAt(Person person) {
        return jdbc.sql("SELECT updated_at FROM users.users WHERE id = ?")
                .param(person.id())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
