package dev.stagedoor.notification;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.platform.persistence.ResultSets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of mails under way. */
@Repository
@RequiredArgsConstructor
class EmailRepository {

    private final JdbcClient jdbc;

    /** The mail that waits longest; no other instance takes it before {@code until}. */
    Optional<Mail> claim(Instant now, Instant until) {
        return jdbc.sql("""
                UPDATE platform.mails SET next_attempt_at = :until
                WHERE id = (SELECT id FROM platform.mails WHERE next_attempt_at <= :now
                            ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING id, kind, user_id, failures, created_at""")
                .param("now", timestamp(now))
                .param("until", timestamp(until))
                .query((row, number) -> new Mail(
                        ResultSets.uuid(row, "id"),
                        row.getString("kind"),
                        ResultSets.uuid(row, "user_id"),
                        row.getInt("failures"),
                        ResultSets.instant(row, "created_at")))
                .optional();
    }

    /**
     * Whether it was not withdrawn; it cannot be until the transaction ends. The account's row comes first, as in every
     * change of the account.
     */
    boolean lock(Mail mail) {
        jdbc.sql("SELECT id FROM users.users WHERE id = ? FOR NO KEY UPDATE")
                .param(mail.userId())
                .query(UUID.class)
                .optional();
        return jdbc.sql("SELECT id FROM platform.mails WHERE id = ? FOR UPDATE")
                .param(mail.id())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void sent(UUID id, Instant now) {
        jdbc.sql("UPDATE platform.mails SET sent_at = ?, next_attempt_at = NULL WHERE id = ?")
                .params(timestamp(now), id)
                .update();
    }

    void postpone(UUID id, Instant until) {
        jdbc.sql("UPDATE platform.mails SET next_attempt_at = ? WHERE id = ?")
                .params(timestamp(until), id)
                .update();
    }

    void failed(UUID id, Instant until) {
        jdbc.sql("UPDATE platform.mails SET failures = failures + 1, next_attempt_at = ? WHERE id = ?")
                .params(timestamp(until), id)
                .update();
    }

    void giveUp(UUID id) {
        jdbc.sql("UPDATE platform.mails SET next_attempt_at = NULL WHERE id = ?")
                .param(id)
                .update();
    }

    void drop(UUID id) {
        jdbc.sql("DELETE FROM platform.mails WHERE id = ?").param(id).update();
    }

    /** A mail under way; {@code failures} were its own fault, not the transport's. */
    record Mail(UUID id, String kind, UUID userId, int failures, Instant createdAt) {}
}
