package dev.stagedoor.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.Mail;
import dev.stagedoor.support.Mailbox;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorMailTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Security-relevant changes of an account send an email to its owner. */
@StagedoorMailTest
class EmailNotificationTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Mailbox mailbox;

    @Test
    void passwordChangeSendsAnEmail() {
        var person = people.anyone();

        change(person, People.PASSWORD, "the-second-act-begins", 204);

        expectEmail(person, "Your password was changed");
    }

    @Test
    void phoneChangeAndRemovalSendAnEmail() {
        var person = people.anyone();

        http.patch("/me", "{\"phone\": \"+4915112340021\"}").as(person).send().expect(200);
        mailbox.awaitMail(person.email(), 2);
        http.patch("/me", "{\"phone\": null}").as(person).send().expect(200);

        assertThat(mailbox.awaitMail(person.email(), 3).subject()).isEqualTo("Your phone number was changed");
    }

    @Test
    void reusedRefreshTokenSendsAnEmail() {
        var person = people.anyone();
        var second = refreshed(person.refreshToken());
        refreshed(second);

        http.post("/auth/refresh", token(person.refreshToken())).send().expectProblem(401, "invalid-refresh-token");

        expectEmail(person, "We ended a sign-in to your account");
    }

    @Test
    void requestWithoutAChangeSendsNoEmail() {
        var person = people.anyone();
        mailbox.awaitMail(person.email(), 1);

        change(person, "not-the-password", "the-second-act-begins", 401);
        change(person, People.PASSWORD, "short", 400);
        http.patch("/me", "{\"firstName\": \"Eve\"}").as(person).send().expect(200);
        http.patch("/me", "{\"phone\": null}").as(person).send().expect(200);

        var other = people.anyone();
        mailbox.awaitMail(other.email(), 1);
        assertThat(mailbox.to(person.email())).hasSize(1);
    }

    private void expectEmail(Person person, String subject) {
        var notice = mailbox.awaitMail(person.email(), subject);
        assertThat(notice.text()).doesNotContain("http");
        assertThat(mailbox.to(person.email())).extracting(Mail::subject).containsOnlyOnce(subject);
    }

    private void change(Person person, String current, String next, int status) {
        http.put("/me/password", "{\"currentPassword\": \"%s\", \"newPassword\": \"%s\"}".formatted(current, next))
                .as(person)
                .send()
                .expect(status);
    }

    private String refreshed(String refreshToken) {
        return http.post("/auth/refresh", token(refreshToken))
                .send()
                .expect(200)
                .text("/refreshToken");
    }

    private static String token(String refreshToken) {
        return "{\"refreshToken\": \"%s\"}".formatted(refreshToken);
    }
}
