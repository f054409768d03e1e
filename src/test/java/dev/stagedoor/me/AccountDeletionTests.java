package dev.stagedoor.me;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.Mailbox;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorMailTest;
import dev.stagedoor.support.Things;
import dev.stagedoor.support.Together;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
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

    @Test
    void refusesAWrongPassword() {
        var person = people.anyone();

        leave(person, "{\"password\": \"not-the-password\"}").expectProblem(401, "invalid-credentials");

        http.get("/me").as(person).send().expect(200);
    }

    @Test
    void refusesToGoWithoutAPassword() {
        var person = people.anyone();

        for (var body : List.of("{}", "{\"password\": null}", "null")) {
            leave(person, body).expectFaults("password:required");
        }
        http.call("POST", "/me/deletion", BodyPublishers.noBody())
                .as(person)
                .send()
                .expectFaults("password:required");
        leave(person, "{\"password\": 1}").expectFaults("password:malformed");
        leave(person, "{\"pasword\": \"x\"}").expectFaults("pasword:unknown");
        http.get("/me").as(person).send().expect(200);
    }

    @Test
    void deactivatesAtOnceAndEndsEverySession() {
        var person = people.anyone();
        var elsewhere = people.signIn(person);

        var answer = leave(person).expect(200);

        assertThat(answer.json().propertyNames()).containsExactly("deactivatedAt", "purgeAfter");
        assertThat(Duration.between(
                        Instant.parse(answer.text("/deactivatedAt")), Instant.parse(answer.text("/purgeAfter"))))
                .isEqualTo(Duration.ofDays(30));
        assertThat(Instant.parse(answer.text("/deactivatedAt"))).isEqualTo(updatedAt(person));
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        for (var session : List.of(person, elsewhere)) {
            http.get("/me").as(session).send().expectProblem(401, "unauthorized");
            http.post("/auth/refresh", "{\"refreshToken\": \"%s\"}".formatted(session.refreshToken()))
                    .send()
                    .expectProblem(401, "invalid-refresh-token");
        }
    }

    @Test
    void signingInGetsTheAnswerOfAWrongPassword() {
        var person = people.anyone();
        var wrong = login(person, "not-the-password");
        leave(person).expect(200);

        var right = login(person, People.PASSWORD);

        right.expectProblem(401, "invalid-credentials");
        assertThat(right.body()).isEqualTo(wrong.body());
        http.post("/auth/register", People.registration(person.email())).send().expectProblem(409, "email-taken");
    }

    @Test
    void theMailedLinkRestoresEverythingOnce() {
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
        leave(person).expect(200);
        var mail = mailbox.awaitMail(person.email(), SUBJECT);
        assertThat(mail.link()).contains("/restore-account?token=");

        restore(mail.token()).expect(204);

        restore(mail.token()).expectProblem(400, "invalid-token");
        http.get("/me").as(person).send().expectProblem(401, "unauthorized");
        var back = people.signIn(person);
        var me = http.get("/me").as(back).send().expect(200);
        assertThat(me.text("/timezone")).isEqualTo("Europe/Berlin");
        assertThat(me.text("/settings/theme")).isEqualTo("dark");
        assertThat(http.get("/favorites").as(back).send().expect(200).items("activityId"))
                .containsExactly(activity.toString());
    }

    @Test
    void oneOf64RestoresAtTheSameMoment() {
        var person = people.anyone();
        leave(person).expect(200);
        var token = mailbox.awaitMail(person.email(), SUBJECT).token();

        assertThat(Together.run(64, index -> restore(token).status()))
                .containsOnly(204, 400)
                .containsOnlyOnce(204);
    }

    @Test
    void theLinkIsDeadAfterTheGracePeriod() {
        var person = people.anyone();
        leave(person).expect(200);
        var token = mailbox.awaitMail(person.email(), SUBJECT).token();
        jdbc.sql("UPDATE access.one_time_tokens SET expires_at = expires_at - interval '30 days' WHERE user_id = ?")
                .param(person.id())
                .update();

        restore(token).expectProblem(400, "invalid-token");
        login(person, People.PASSWORD).expect(401);
    }

    @Test
    void anAdminRestoresIt() {
        var person = people.anyone();
        leave(person).expect(200);
        var token = mailbox.awaitMail(person.email(), SUBJECT).token();

        rights(person, "{\"isActive\": true}");

        http.get("/me").as(people.signIn(person)).send().expect(200);
        restore(token).expectProblem(400, "invalid-token");
    }

    @Test
    void whatAnAdminDeactivatesIsNotTheOwnersToRestore() {
        var person = people.anyone();
        leave(person).expect(200);
        var token = mailbox.awaitMail(person.email(), SUBJECT).token();

        rights(person, "{\"isActive\": true}");
        rights(person, "{\"isActive\": false}");

        restore(token).expectProblem(400, "invalid-token");
        login(person, People.PASSWORD).expect(401);
    }

    @Test
    void anAdminsChangeMovesNeitherTheEndNorTheWayBack() {
        var person = people.anyone();
        var left = leave(person).expect(200);
        var token = mailbox.awaitMail(person.email(), SUBJECT).token();

        rights(person, "{\"isActive\": false}");
        rights(person, "{\"isOrganizer\": true}");

        assertThat(updatedAt(person)).isEqualTo(Instant.parse(left.text("/deactivatedAt")));
        restore(token).expect(204);
    }

    @Test
    void oneOfManyWhoLeaveAtTheSameMomentDoes() {
        var person = people.anyone();

        var answers = Together.run(6, index -> leave(person).status());

        assertThat(answers).containsOnlyOnce(200);
        var mail = mailbox.awaitMail(person.email(), SUBJECT);
        restore(mail.token()).expect(204);
    }

    @Test
    void everyLinkSentBeforeIsDead() {
        var person = people.anyone();
        var verification = mailbox.awaitMail(person.email(), 1).token();

        leave(person).expect(200);

        http.post("/auth/email/verify", "{\"token\": \"%s\"}".formatted(verification))
                .send()
                .expectProblem(400, "invalid-token");
    }

    @Test
    void anAccountWithoutAPasswordNeedsNone() {
        var person = people.anyone();
        jdbc.sql("UPDATE users.users SET password_hash = NULL, better_auth_id = ? WHERE id = ?")
                .params(person.email(), person.id())
                .update();

        leave(person, "{\"password\": \"any-password-at-all\"}").expectProblem(401, "invalid-credentials");
        http.call("POST", "/me/deletion", BodyPublishers.noBody())
                .as(person)
                .send()
                .expect(200);
    }

    private Answer leave(Person person) {
        return leave(person, "{\"password\": \"%s\"}".formatted(People.PASSWORD));
    }

    private Answer leave(Person person, String body) {
        return http.post("/me/deletion", body).as(person).send();
    }

    private Answer restore(String token) {
        return http.post("/auth/account/restore", "{\"token\": \"%s\"}".formatted(token))
                .send();
    }

    private Answer login(Person person, String password) {
        return http.post("/auth/login", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(person.email(), password))
                .send();
    }

    private void rights(Person person, String rights) {
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
