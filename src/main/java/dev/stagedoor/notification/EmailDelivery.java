package dev.stagedoor.notification;

import dev.stagedoor.notification.EmailRepository.PendingEmail;
import dev.stagedoor.notification.EmailTransport.UndeliverableException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.mail.MailException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends the emails of the outbox one by one. An instance claims an email before it sends it, so instances share the work. If
 * an instance crashes, its claim expires and another instance sends the email.
 */
@Slf4j
@RequiredArgsConstructor
final class EmailDelivery {

    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final int MAX_FAILURES = 8;
    private static final Duration MAX_DELAY = Duration.ofHours(1);

    /** The time for which mail servers usually retry. */
    private static final Duration MAX_AGE = Duration.ofDays(5);

    private final EmailRepository emails;
    private final Function<PendingEmail, Optional<Email>> composer;
    private final EmailTransport transport;
    private final TransactionOperations transaction;
    private final Duration retryAfter;
    private final Clock clock;
    private final AtomicBoolean unavailable = new AtomicBoolean();

    /** Sends until no email is due, or until the transport is unavailable. */
    void deliver() {
        var proceed = true;
        while (proceed && !Thread.currentThread().isInterrupted()) {
            var now = clock.instant();
            proceed = emails.claim(now, now.plus(CLAIM)).map(this::deliver).orElse(false);
        }
    }

    /** Returns false if the transport is unavailable. */
    private boolean deliver(PendingEmail pending) {
        try {
            compose(pending).ifPresentOrElse(email -> send(pending, email), () -> emails.delete(pending.id()));
            return true;
        } catch (UndeliverableException undeliverable) {
            retryOrGiveUp(pending, undeliverable.getCause(), undeliverable.isPermanent());
            return true;
        } catch (MailException failure) {
            emails.postpone(pending.id(), clock.instant().plus(retryAfter));
            if (!unavailable.getAndSet(true)) {
                log.warn("The mail server is unavailable: {}", failure.getMessage());
            }
            return false;
        } catch (RuntimeException bug) {
            retryOrGiveUp(pending, bug, true);
            return true;
        }
    }

    /** Returns empty if the email has been cancelled, or if the reason for it no longer exists. */
    private Optional<Email> compose(PendingEmail pending) {
        return transaction.execute(status -> emails.lock(pending) ? composer.apply(pending) : Optional.empty());
    }

    private void send(PendingEmail pending, Email email) {
        transport.send(email);
        emails.finish(pending.id(), clock.instant());
        if (unavailable.getAndSet(false)) {
            log.info("The mail server is available again");
        }
    }

    /** Doubles the delay with each failure, up to one hour. Other emails are not delayed. */
    private void retryOrGiveUp(PendingEmail pending, Throwable failure, boolean isPermanent) {
        var now = clock.instant();
        if (isPermanent
                ? pending.failures() >= MAX_FAILURES
                : pending.createdAt().isBefore(now.minus(MAX_AGE))) {
            emails.finish(pending.id(), null);
            log.error("Email {} to user {} cannot be delivered", pending.type(), pending.userId(), failure);
            return;
        }
        var delay = retryAfter.multipliedBy(1L << Math.min(pending.failures(), MAX_FAILURES));
        emails.recordFailure(pending.id(), now.plus(delay.compareTo(MAX_DELAY) < 0 ? delay : MAX_DELAY));
        log.warn("Email {} to user {} is delayed: {}", pending.type(), pending.userId(), failure.getMessage());
    }
}
