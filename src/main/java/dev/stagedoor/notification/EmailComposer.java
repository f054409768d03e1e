package dev.stagedoor.notification;

import dev.stagedoor.access.OneTimeTokens;
import dev.stagedoor.account.AccountDeletion;
import dev.stagedoor.notification.EmailRepository.PendingEmail;
import dev.stagedoor.platform.ratelimit.RateLimits;
import dev.stagedoor.platform.web.PublicUrl;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Composes an email at the moment of delivery, with the current data and a new token. The outbox therefore contains no
 * secrets, and a delayed email has a link with its full lifetime.
 */
@Component
@RequiredArgsConstructor
class EmailComposer {

    private static final Duration VERIFICATION_LIFETIME = Duration.ofHours(24);
    private static final Duration RESET_LIFETIME = Duration.ofMinutes(30);

    private static final Duration DAY = Duration.ofDays(1);
    private static final int MAX_PER_DAY = 5;

    private final EmailRecipientQuery recipients;
    private final EmailRepository emails;
    private final RateLimits limits;
    private final OneTimeTokens tokens;
    private final AccountDeletion deletion;
    private final PublicUrl publicUrl;
    private final EmailRenderer renderer;
    private final Clock clock;

    /**
     * Runs in a transaction that commits before the email is sent.
     *
     * @return empty if the email was requested for an unknown account, if the reason for it no longer exists, or if an unverified
     *     address has received 5 emails within a day
     */
    Optional<Email> compose(PendingEmail pending) {
        var type = EmailType.valueOf(pending.type());
        return recipients
                .find(pending.userId())
                .filter(type::appliesTo)
                .filter(recipient -> !isLimited(type, recipient))
                .map(recipient -> compose(type, recipient.withDefaultLanguage(pending.language())));
    }

    /** Anyone can register another person's address. */
    private boolean isLimited(EmailType type, EmailRecipient recipient) {
        return type.isLimited()
                && !recipient.emailVerified()
                && limits.isEnabled()
                && emails.countLimited(recipient.userId(), clock.instant().minus(DAY)) >= MAX_PER_DAY;
    }

    private Email compose(EmailType type, EmailRecipient recipient) {
        var purgeAfter = recipient.isDeleted() ? deletion.purgeAfter(recipient.deletedAt()) : null;
        var link = type.getPurpose() == null ? null : link(type, recipient, purgeAfter);
        return renderer.render(type, recipient, link, purgeAfter);
    }

    private String link(EmailType type, EmailRecipient recipient, Instant purgeAfter) {
        var expiresAt = switch (type.getPurpose()) {
            case VERIFY_EMAIL -> clock.instant().plus(VERIFICATION_LIFETIME);
            case RESET_PASSWORD -> clock.instant().plus(RESET_LIFETIME);
            case RESTORE_ACCOUNT -> purgeAfter;
        };
        return publicUrl.link(
                type.getPage(), tokens.issue(recipient.userId(), recipient.email(), type.getPurpose(), expiresAt));
    }
}
