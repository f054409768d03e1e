package dev.stagedoor.notification;

import dev.stagedoor.access.OneTimeTokens;
import dev.stagedoor.access.RefreshTokenReused;
import dev.stagedoor.account.AccountDeleted;
import dev.stagedoor.account.AccountPurged;
import dev.stagedoor.account.AccountRegistered;
import dev.stagedoor.account.IdentityLinked;
import dev.stagedoor.account.PasswordChanged;
import dev.stagedoor.account.PhoneChanged;
import jakarta.annotation.Nullable;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enqueues emails to users, in the transaction of the change that they report. */
@Service
@RequiredArgsConstructor
public class EmailNotifications {

    private final EmailRecipientQuery recipients;
    private final OneTimeTokens tokens;
    private final Outbox outbox;

    /** Sends a new verification link unless the address is verified. Earlier links become invalid. */
    @Transactional
    public void verifyEmail(UUID userId) {
        replace(EmailType.VERIFY_EMAIL, userId);
    }

    /** Sends a link to set a new password if an active account has the address. Does the same work if none has. */
    @Transactional
    public void resetPassword(String email) {
        replace(EmailType.RESET_PASSWORD, recipients.findActiveUser(email));
    }

    @EventListener
    void on(AccountRegistered event) {
        outbox.enqueue(EmailType.VERIFY_EMAIL, event.userId());
    }

    /** Cancels pending reset links, which would otherwise remain valid after the change. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(PasswordChanged event) {
        outbox.cancelPending(EmailType.RESET_PASSWORD, event.userId());
        outbox.enqueue(EmailType.PASSWORD_CHANGED, event.userId());
    }

    @EventListener
    void on(PhoneChanged event) {
        outbox.enqueue(EmailType.PHONE_CHANGED, event.userId());
    }

    @EventListener
    void on(IdentityLinked event) {
        outbox.enqueue(EmailType.IDENTITY_LINKED, event.userId());
    }

    @EventListener
    void on(RefreshTokenReused event) {
        outbox.enqueue(EmailType.SESSION_REPLAYED, event.userId());
    }

    @EventListener
    void on(AccountDeleted event) {
        outbox.enqueue(EmailType.RESTORE_ACCOUNT, event.userId());
    }

    @EventListener
    void on(AccountPurged event) {
        outbox.deleteAll(event.userId());
    }

    /** Cancels the pending email before the token, because a delivery in progress issues its token first or not at all. */
    private void replace(EmailType type, @Nullable UUID userId) {
        outbox.cancelPending(type, userId);
        tokens.revoke(userId, type.getPurpose());
        outbox.enqueue(type, userId);
    }
}
