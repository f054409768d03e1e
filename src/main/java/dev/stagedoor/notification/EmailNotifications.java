package dev.stagedoor.notification;

import dev.stagedoor.access.RefreshTokenReused;
import dev.stagedoor.account.AccountEvent.AccountDeleted;
import dev.stagedoor.account.AccountEvent.AccountPurged;
import dev.stagedoor.account.AccountEvent.AccountRegistered;
import dev.stagedoor.account.AccountEvent.IdentityLinked;
import dev.stagedoor.account.AccountEvent.PasswordChanged;
import dev.stagedoor.account.AccountEvent.PhoneChanged;
import jakarta.annotation.Nullable;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores emails to users in the transaction of the change that they report (transactional outbox). {@link EmailDelivery} sends
 * them after the commit.
 */
@Service
@RequiredArgsConstructor
public class EmailNotifications {

    private final EmailRecipientQuery recipients;
    private final EmailRepository emails;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Sends a new verification link unless the address is verified. Earlier links stay valid. */
    @Transactional
    public void verifyEmail(UUID userId) {
        replace(EmailType.VERIFY_EMAIL, userId);
    }

    /**
     * Sends a link to set a new password if an active account has the address, or to restore the account if its owner deleted
     * it. Executes the same statements if no account has it.
     */
    @Transactional
    public void resetPassword(String email) {
        var recipient = recipients.findByEmail(email);
        var isDeleted = recipient.filter(EmailRecipient::isDeleted).isPresent();
        replace(
                isDeleted ? EmailType.RESTORE_ACCOUNT : EmailType.RESET_PASSWORD,
                recipient.map(EmailRecipient::userId).orElse(null));
    }

    /** Returns all emails of a user, newest first. */
    public List<ExportedEmailDto> list(UUID userId) {
        return emails.list(userId);
    }

    /** @param userId null for an unknown account: the call executes the same statements, but no email is sent */
    @Transactional
    void enqueue(EmailType type, @Nullable UUID userId) {
        emails.insert(type, userId, language(), clock.instant());
        events.publishEvent(new EmailEnqueued());
    }

    @EventListener
    void on(AccountRegistered event) {
        enqueue(EmailType.VERIFY_EMAIL, event.userId());
    }

    /** Cancels pending reset links, which would otherwise remain valid after the change. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(PasswordChanged event) {
        emails.deletePending(EmailType.RESET_PASSWORD, event.userId());
        enqueue(EmailType.PASSWORD_CHANGED, event.userId());
    }

    @EventListener
    void on(PhoneChanged event) {
        enqueue(EmailType.PHONE_CHANGED, event.userId());
    }

    @EventListener
    void on(IdentityLinked event) {
        enqueue(EmailType.IDENTITY_LINKED, event.userId());
    }

    @EventListener
    void on(RefreshTokenReused event) {
        enqueue(EmailType.SESSION_REPLAYED, event.userId());
    }

    @EventListener
    void on(AccountDeleted event) {
        enqueue(EmailType.RESTORE_ACCOUNT, event.userId());
    }

    @EventListener
    void on(AccountPurged event) {
        emails.deleteAll(event.userId());
    }

    /** Replaces a pending email of the same type, so that an outage of the mail server does not accumulate them. */
    private void replace(EmailType type, @Nullable UUID userId) {
        emails.deletePending(type, userId);
        enqueue(type, userId);
    }

    /** Returns the language of the request; null outside of requests, such as in jobs. */
    @Nullable
    private static String language() {
        var request = LocaleContextHolder.getLocaleContext();
        return request == null || request.getLocale() == null
                ? null
                : request.getLocale().toLanguageTag();
    }

    record EmailEnqueued() {}
}
