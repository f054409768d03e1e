package dev.stagedoor.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.stagedoor.notification.EmailRepository.PendingEmail;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.Mailbox;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorMailTest;
import dev.stagedoor.support.Together;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.transaction.support.TransactionOperations;

@StagedoorMailTest
class OutboxTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Mailbox mailbox;

    @Autowired
    EmailNotifications notifications;

    @Autowired
    EmailRepository emails;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Clock clock;

    @Test
    void emailsAreDeliveredAfterAnOutageOfTheMailServer() {
        mailbox.stop();
        Person first;
        Person second;
        try {
            first = people.anyone();
            second = people.anyone();
            assertThat(isSent(first)).isFalse();
        } finally {
            mailbox.start();
        }

        assertThat(mailbox.awaitMail(first.email(), 1).token()).hasSize(43);
        mailbox.awaitMail(second.email(), 1);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(isSent(second)).isTrue());
        assertThat(mailbox.to(first.email())).hasSize(1);
    }

    @Test
    void emailOfARolledBackTransactionIsNotSent() {
        var person = people.anyone();
        mailbox.awaitMail(person.email(), 1);

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    notifications.enqueue(EmailType.PHONE_CHANGED, person.id());
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        notifications.enqueue(EmailType.PASSWORD_CHANGED, person.id());
        assertThat(mailbox.awaitMail(person.email(), 2).subject()).isEqualTo("Your password was changed");
    }

    @Test
    void emailWithoutAnAccountIsDeleted() {
        notifications.enqueue(EmailType.RESET_PASSWORD, null);

        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(jdbc.sql("SELECT count(*) FROM platform.mails WHERE user_id IS NULL")
                                .query(Long.class)
                                .single())
                        .isZero());
    }

    @Test
    void rejectedEmailDoesNotBlockTheOthers() {
        var person = people.anyone();
        mailbox.awaitMail(person.email(), 1);
        jdbc.sql("UPDATE users.users SET email = 'no address ' || id WHERE id = ?")
                .param(person.id())
                .update();
        var other = people.anyone();
        mailbox.awaitMail(other.email(), 1);

        transaction.executeWithoutResult(status -> {
            notifications.enqueue(EmailType.PHONE_CHANGED, person.id());
            notifications.enqueue(EmailType.PHONE_CHANGED, other.id());
        });

        assertThat(mailbox.awaitMail(other.email(), 2).subject()).isEqualTo("Your phone number was changed");
        assertThat(failures(person)).isPositive();
    }

    /** The emails are due in the future, so that only the instances of this test, whose clock is ahead, deliver them. */
    @Test
    void concurrentInstancesSendEachEmailOnce() {
        var later = Clock.offset(clock, Duration.ofDays(1));
        var person = people.anyone();
        mailbox.awaitMail(person.email(), 1);
        deletePendingEmails();
        var ids = insert(person, 40, "23 hours");
        var sent = new ConcurrentLinkedQueue<UUID>();

        Together.run(8, index -> {
            delivery(sent, later).deliver();
            return index;
        });

        assertThat(sent).hasSize(40);
        assertThat(unsent(ids)).isZero();
    }

    @Test
    void expiredClaimCanBeClaimedAgain() {
        var person = people.anyone();
        mailbox.awaitMail(person.email(), 1);
        deletePendingEmails();
        insert(person, 1, "47 hours");
        var now = clock.instant().plus(Duration.ofHours(48));

        var abandoned = emails.claim(now, now.plus(Duration.ofMinutes(2)));

        assertThat(abandoned).isPresent();
        assertThat(emails.claim(now.plus(Duration.ofMinutes(1)), now)).isEmpty();
        assertThat(emails.claim(now.plus(Duration.ofMinutes(3)), now))
                .map(PendingEmail::id)
                .isEqualTo(abandoned.map(PendingEmail::id));
        emails.delete(abandoned.get().id());
    }

    @Test
    void outageOfTheMailServerStopsTheRunWithoutCountingAFailure() {
        var later = Clock.offset(clock, Duration.ofDays(3));
        var person = people.anyone();
        mailbox.awaitMail(person.email(), 1);
        deletePendingEmails();
        insert(person, 3, "71 hours");
        var attempts = new ConcurrentLinkedQueue<UUID>();
        var delivery = new EmailDelivery(
                emails,
                pending -> Optional.of(email(pending.userId())),
                email -> {
                    attempts.add(UUID.randomUUID());
                    throw new MailSendException("away");
                },
                transaction,
                Duration.ofMinutes(1),
                later);

        delivery.deliver();

        assertThat(attempts).hasSize(1);
        assertThat(failures(person)).isZero();
        jdbc.sql("DELETE FROM platform.mails WHERE user_id = ?")
                .param(person.id())
                .update();
    }

    private EmailDelivery delivery(ConcurrentLinkedQueue<UUID> sent, Clock at) {
        return new EmailDelivery(
                emails,
                pending -> Optional.of(email(pending.userId())),
                email -> sent.add(UUID.randomUUID()),
                transaction,
                Duration.ofMinutes(1),
                at);
    }

    private static Email email(UUID userId) {
        return new Email(userId + "@example.com", Locale.ENGLISH, "subject", "text", "html");
    }

    private List<UUID> insert(Person person, int number, String from) {
        return jdbc.sql("""
                INSERT INTO platform.mails (kind, user_id, created_at, next_attempt_at)
                SELECT 'PHONE_CHANGED', ?, now(), now() + CAST(? AS interval) FROM generate_series(1, ?) RETURNING id""").params(person.id(), from, number).query(UUID.class).list();
    }

    /** Failed emails of other tests would be due in the future, too. */
    private void deletePendingEmails() {
        jdbc.sql("DELETE FROM platform.mails WHERE next_attempt_at IS NOT NULL").update();
    }

    private long unsent(List<UUID> ids) {
        return jdbc.sql("SELECT count(*) FROM platform.mails WHERE id IN (:ids) AND sent_at IS NULL")
                .param("ids", ids)
                .query(Long.class)
                .single();
    }

    private int failures(Person person) {
        return jdbc.sql("SELECT max(failures) FROM platform.mails WHERE user_id = ?")
                .param(person.id())
                .query(Integer.class)
                .single();
    }

    private boolean isSent(Person person) {
        return jdbc.sql("SELECT sent_at IS NOT NULL FROM platform.mails WHERE user_id = ?")
                .param(person.id())
                .query(Boolean.class)
                .single();
    }
}
