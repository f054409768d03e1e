package dev.stagedoor.notification;

import dev.stagedoor.access.OneTimeTokens;
import dev.stagedoor.access.RefreshTokenReused;
import dev.stagedoor.account.AccountDeleted;
import dev.stagedoor.account.AccountPurged;
import dev.stagedoor.account.AccountRegistered;
import dev.stagedoor.account.IdentityLinked;
import dev.stagedoor.account.PasswordChanged;
import dev.stagedoor.account.PhoneChanged;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides what people are written, and puts it into the outbox in the transaction that gives reason for it. */
@Service
@RequiredArgsConstructor
public class EmailNotifications {

    private final EmailRecipientQuery recipients;
    private final OneTimeTokens tokens;
    private final Outbox outbox;

    /** Sends the link that proves the mailbox, again; nothing where it was proved. Links sent before stop working. */
    @Transactional
    public void verifyEmail(UUID userId) {
        replace(EmailType.VERIFY_EMAIL, userId);
    }

    /** Sends the link to a new password where there is such an account; the same work is done where there is none. */
    @Transactional
    public void resetPassword(String email) {
        replace(EmailType.RESET_PASSWORD, recipients.activeUser(email));
    }

    @EventListener
    void on(AccountRegistered event) {
        put(EmailType.VERIFY_EMAIL, event.userId());
    }

    /** A link to a new password that waits to be sent would outlive the change. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(PasswordChanged event) {
        outbox.withdraw(EmailType.RESET_PASSWORD.name(), event.userId());
        put(EmailType.PASSWORD_CHANGED, event.userId());
    }

    @EventListener
    void on(PhoneChanged event) {
        put(EmailType.PHONE_CHANGED, event.userId());
    }

    @EventListener
    void on(IdentityLinked event) {
        put(EmailType.IDENTITY_LINKED, event.userId());
    }

    @EventListener
    void on(RefreshTokenReused event) {
        put(EmailType.SESSION_REPLAYED, event.userId());
    }

    @EventListener
    void on(AccountDeleted event) {
        put(EmailType.RESTORE_ACCOUNT, event.userId());
    }

    @EventListener
    void on(AccountPurged event) {
        outbox.forget(event.userId());
    }

    /** First the mail that waits, then the token: a delivery under way makes its token before, or not at all. */
    private void replace(EmailType kind, UUID userId) {
        outbox.withdraw(kind.name(), userId);
        tokens.revoke(userId, kind.getPurpose());
        put(kind, userId);
    }

    private void put(EmailType kind, UUID userId) {
        outbox.put(kind.name(), userId);
    }
}
