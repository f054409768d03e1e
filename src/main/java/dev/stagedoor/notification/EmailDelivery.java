package dev.stagedoor.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import lombok.extern.slf4j.Slf4j;
import org.springframework.mail.MailException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends what is in the outbox, one mail after the other. A mail is claimed before it is sent, so instances share the
 * work; a claim that was never kept, because its instance died, runs out and the mail is sent by another.
 */
@Slf4j
final class EmailDelivery {

    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final int MOST_FAILURES = 8;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** As long as mail servers go on trying themselves. */
    private static final Duration PATIENCE = Duration.ofDays(5);

    private final EmailRepository mails;
    private final EmailWriter writer;
    private final EmailTransport transport;
    private final TransactionOperations transaction;
    private final Duration retryAfter;
    private final Clock clock;
    private final AtomicBoolean away = new AtomicBoolean();

    EmailDelivery(
            EmailRepository mails,
            EmailWriter writer,
            EmailTransport transport,
            TransactionOperations transaction,
            Duration retryAfter,
            Clock clock) {
        this.mails = mails;
        this.writer = writer;
        this.transport = transport;
        this.transaction = transaction;
        this.retryAfter = retryAfter;
        this.clock = clock;
    }

    /** Sends until nothing is due, or until no mail can leave: then all wait for the next time. */
    void deliver() {
        var goesOn = true;
        while (goesOn && !Thread.currentThread().isInterrupted()) {
            var now = clock.instant();
            goesOn = mails.claim(now, now.plus(CLAIM)).map(this::deliver).orElse(false);
        }
    }

    /** Whether the next one is worth a try. */
    private boolean deliver(EmailRepository.Mail mail) {
        try {
            letter(mail).ifPresentOrElse(letter -> send(mail, letter), () -> mails.drop(mail.id()));
            return true;
        } catch (UndeliverableException undeliverable) {
            retryLater(mail, undeliverable.getCause(), undeliverable.isForGood());
            return true;
        } catch (MailException failure) {
            mails.postpone(mail.id(), clock.instant().plus(retryAfter));
            if (!away.getAndSet(true)) {
                log.warn("Mails cannot be sent; they wait: {}", failure.getMessage());
            }
            return false;
        } catch (RuntimeException bug) {
            retryLater(mail, bug, true);
            return true;
        }
    }

    /** What the mail says; empty where it was withdrawn meanwhile, or there is nothing to say. */
    private Optional<Email> letter(EmailRepository.Mail mail) {
        return transaction.execute(
                status -> mails.lock(mail) ? writer.write(mail.kind(), mail.userId()) : Optional.empty());
    }

    private void send(EmailRepository.Mail mail, Email letter) {
        transport.send(letter);
        mails.sent(mail.id(), clock.instant());
        if (away.getAndSet(false)) {
            log.info("Mails are sent again");
        }
    }

    /** This one waits ever longer, up to an hour; the others need not. */
    private void retryLater(EmailRepository.Mail mail, Throwable failure, boolean forGood) {
        var now = clock.instant();
        if (forGood ? mail.failures() >= MOST_FAILURES : mail.createdAt().isBefore(now.minus(PATIENCE))) {
            mails.giveUp(mail.id());
            log.error("Mail {} to user {} cannot be delivered", mail.kind(), mail.userId(), failure);
            return;
        }
        var wait = retryAfter.multipliedBy(1L << Math.min(mail.failures(), MOST_FAILURES));
        mails.failed(mail.id(), now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT));
        log.warn("Mail {} to user {} waits: {}", mail.kind(), mail.userId(), failure.getMessage());
    }
}
