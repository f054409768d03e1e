package dev.stagedoor.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.Mailbox;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorMailTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@StagedoorMailTest
@TestPropertySource(
        properties = {"stagedoor.rate-limit.enabled=true", "stagedoor.rate-limit.limits.phone-by-account.tries=100"})
class UnverifiedAddressTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @Test
    void unverifiedAddressReceivesFiveEmailsADayAndResetLinks() {
        var person = people.anyone();
        mailbox.awaitMail(person.email(), 1);

        for (var count = 2; count <= 5; count++) {
            changePhone(person, count);
            mailbox.awaitMail(person.email(), count);
        }
        changePhone(person, 6);
        http.call("POST", "/auth/email/verification", BodyPublishers.noBody())
                .as(person)
                .send()
                .expect(202);
        http.post("/auth/password/forgot", "{\"email\": \"%s\"}".formatted(person.email()))
                .send()
                .expect(202);

        assertThat(mailbox.awaitMail(person.email(), 6).subject()).isEqualTo("Choose a new password");
        assertThat(mailbox.to(person.email())).hasSize(6);
    }

    @Test
    void verifiedAddressReceivesAllEmails() {
        var person = people.anyone();
        mailbox.awaitMail(person.email(), 1);
        jdbc.sql("UPDATE users.users SET email_verified = true WHERE id = ?")
                .param(person.id())
                .update();

        for (var count = 2; count <= 7; count++) {
            changePhone(person, 10 + count);
            mailbox.awaitMail(person.email(), count);
        }
    }

    private void changePhone(Person person, int number) {
        http.patch("/me", "{\"phone\": \"+49151123400%02d\"}".formatted(50 + number))
                .as(person)
                .send()
                .expect(200);
    }
}
