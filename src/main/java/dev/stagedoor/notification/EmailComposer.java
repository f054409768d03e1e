package dev.stagedoor.notification;

import dev.stagedoor.access.OneTimeTokens;
import dev.stagedoor.account.AccountDeletion;
import dev.stagedoor.platform.web.PublicUrl;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Writes a mail when it is sent: in the words of that moment, and with a token made for it. What waits in the outbox
 * holds no secret, and a link that had to wait is as fresh as any.
 */
@Component
@RequiredArgsConstructor
class EmailComposer implements EmailWriter {

    private static final Duration VERIFICATION = Duration.ofHours(24);
    private static final Duration RESET = Duration.ofMinutes(30);

    private final EmailRecipientQuery recipients;
    private final OneTimeTokens tokens;
    private final AccountDeletion deletion;
    private final PublicUrl publicUrl;
    private final EmailRenderer paper;
    private final Clock clock;

    @Override
    public Optional<Email> write(String kind, UUID userId) {
        var notice = EmailType.valueOf(kind);
        return recipients.find(userId).filter(notice::concerns).map(recipient -> write(notice, recipient));
    }

    private Email write(EmailType notice, EmailRecipient recipient) {
        var purgeAfter = recipient.hasLeft() ? deletion.purgeAfter(recipient.leftAt()) : null;
        var link = notice.getPurpose() == null ? null : link(notice, recipient, purgeAfter);
        return paper.write(notice, recipient, link, purgeAfter);
    }

    private String link(EmailType notice, EmailRecipient recipient, Instant purgeAfter) {
        var expiresAt = switch (notice.getPurpose()) {
            case VERIFY_EMAIL -> clock.instant().plus(VERIFICATION);
            case RESET_PASSWORD -> clock.instant().plus(RESET);
            case RESTORE_ACCOUNT -> purgeAfter;
        };
        return publicUrl.page(notice.getPage(), tokens.issue(recipient.userId(), notice.getPurpose(), expiresAt));
    }
}
