package dev.stagedoor.notification;

import jakarta.annotation.Nullable;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores emails in the caller's transaction (transactional outbox). {@link EmailDelivery} sends them after the commit. */
@Service
@RequiredArgsConstructor
public class Outbox {

    private final EmailRepository emails;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** @param userId null for an unknown account: the call does the same work, and no email is sent */
    @Transactional
    void enqueue(EmailType type, @Nullable UUID userId) {
        emails.insert(type, userId, clock.instant());
        events.publishEvent(new EmailEnqueued());
    }

    @Transactional
    void cancelPending(EmailType type, @Nullable UUID userId) {
        emails.deletePending(type, userId);
    }

    @Transactional
    void deleteAll(UUID userId) {
        emails.deleteAll(userId);
    }

    /** Returns all emails of a user, newest first. */
    public List<ExportedEmailDto> list(UUID userId) {
        return emails.list(userId);
    }

    record EmailEnqueued() {}
}
