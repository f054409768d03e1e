package dev.stagedoor.notification;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.platform.persistence.ResultSets;
import dev.stagedoor.platform.persistence.UuidV7;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes mails in the transaction they tell of: they are sent if it commits, soon after, and as often as it takes. */
@Service
@RequiredArgsConstructor
public class Outbox {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** {@code userId} may be null: such a mail costs the same work and goes nowhere. */
    @Transactional
    public void put(String kind, UUID userId) {
        var now = timestamp(clock.instant());
        jdbc.sql("INSERT INTO platform.mails (id, kind, user_id, created_at, next_attempt_at) VALUES (?, ?, ?, ?, ?)")
                .params(UuidV7.next(), kind, userId, now, now)
                .update();
        events.publishEvent(new MailPut());
    }

    /** Takes back the mails of a kind that were not sent yet. */
    @Transactional
    public void withdraw(String kind, UUID userId) {
        jdbc.sql("DELETE FROM platform.mails WHERE user_id = ? AND kind = ? AND next_attempt_at IS NOT NULL")
                .params(userId, kind)
                .update();
    }

    /** Forgets all of a person's mails. */
    @Transactional
    public void forget(UUID userId) {
        jdbc.sql("DELETE FROM platform.mails WHERE user_id = ?").param(userId).update();
    }

    /** All of a person's mails, newest first. */
    public List<ExportedEmailDto> list(UUID userId) {
        return jdbc.sql("SELECT * FROM platform.mails WHERE user_id = ? ORDER BY created_at DESC, id DESC")
                .param(userId)
                .query((row, number) -> new ExportedEmailDto(
                        row.getString("kind"),
                        ResultSets.instant(row, "created_at"),
                        ResultSets.instant(row, "sent_at")))
                .list();
    }

    /** There is a mail to be sent. */
    record MailPut() {}
}
