package dev.stagedoor.notification;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.platform.persistence.UuidV7;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code platform.mails}. {@code next_attempt_at} is null for emails that are sent or given up. */
@Repository
@RequiredArgsConstructor
class EmailRepository {

    private static final String[] UNLIMITED = Stream.of(EmailType.values())
            .filter(type -> !type.isLimited())
            .map(EmailType::name)
            .toArray(String[]::new);

    private final JdbcClient jdbc;

    void insert(EmailType type, @Nullable UUID userId, @Nullable String language, Instant now) {
        jdbc.sql("""
                INSERT INTO platform.mails (id, kind, user_id, language, created_at, next_attempt_at)
                VALUES (?, ?, ?, ?, ?, ?)""")
                .params(UuidV7.next(), type.name(), userId, language, timestamp(now), timestamp(now))
                .update();
    }

    void deletePending(EmailType type, @Nullable UUID userId) {
        jdbc.sql("DELETE FROM platform.mails WHERE user_id = ? AND kind = ? AND next_attempt_at IS NOT NULL")
                .params(userId, type.name())
                .update();
    }

    void deleteAll(UUID userId) {
        jdbc.sql("DELETE FROM platform.mails WHERE user_id = ?").param(userId).update();
    }

    void delete(UUID id) {
        jdbc.sql("DELETE FROM platform.mails WHERE id = ?").param(id).update();
    }

    /** Returns all emails of a user, newest first. */
    List<ExportedEmailDto> list(UUID userId) {
        return jdbc.sql(
                        "SELECT kind, created_at, sent_at FROM platform.mails WHERE user_id = ? ORDER BY created_at DESC, id DESC")
                .param(userId)
                .query(ExportedEmailDto.class)
                .list();
    }

    /** Returns the number of limited emails that were sent to a user since the given time. */
    int countLimited(UUID userId, Instant since) {
        return jdbc.sql("SELECT count(*) FROM platform.mails WHERE user_id = ? AND sent_at > ? AND kind <> ALL (?)")
                .params(userId, timestamp(since), UNLIMITED)
                .query(Integer.class)
                .single();
    }

    /** Claims the email that is due first. No other instance claims it before {@code until}. */
    Optional<PendingEmail> claim(Instant now, Instant until) {
        return jdbc.sql("""
                UPDATE platform.mails SET next_attempt_at = :until
                WHERE id = (SELECT id FROM platform.mails WHERE next_attempt_at <= :now
                            ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING id, kind AS type, user_id, language, failures, created_at""")
                .param("now", timestamp(now))
                .param("until", timestamp(until))
                .query(PendingEmail.class)
                .optional();
    }

    /**
     * Locks the email, so that it cannot be cancelled before the transaction ends. Locks the account first, in the same
     * order as changes of the account do.
     *
     * @return false if the email has been cancelled
     */
    boolean lock(PendingEmail email) {
        jdbc.sql("SELECT id FROM users.users WHERE id = ? FOR NO KEY UPDATE")
                .param(email.userId())
                .query(UUID.class)
                .optional();
        return jdbc.sql("SELECT id FROM platform.mails WHERE id = ? FOR UPDATE")
                .param(email.id())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** @param sentAt null for an email that cannot be delivered */
    void finish(UUID id, @Nullable Instant sentAt) {
        jdbc.sql("UPDATE platform.mails SET sent_at = CAST(? AS timestamptz), next_attempt_at = NULL WHERE id = ?")
                .params(sentAt == null ? null : timestamp(sentAt), id)
                .update();
    }

    /** Postpones an email without counting a failure. */
    void postpone(UUID id, Instant until) {
        jdbc.sql("UPDATE platform.mails SET next_attempt_at = ? WHERE id = ?")
                .params(timestamp(until), id)
                .update();
    }

    void recordFailure(UUID id, Instant nextAttempt) {
        jdbc.sql("UPDATE platform.mails SET failures = failures + 1, next_attempt_at = ? WHERE id = ?")
                .params(timestamp(nextAttempt), id)
                .update();
    }

    /**
     * Deletes up to {@code limit} emails that were sent before the given time, or created before it and given up.
     *
     * @param last only ids after this one are considered
     * @return the deleted ids in ascending order
     */
    List<UUID> deleteFinished(UUID last, Instant before, int limit) {
        return jdbc.sql("""
                WITH finished AS (
                    SELECT id FROM platform.mails
                    WHERE id > :last AND next_attempt_at IS NULL AND COALESCE(sent_at, created_at) < :before
                    ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED),
                deleted AS (DELETE FROM platform.mails m USING finished WHERE m.id = finished.id RETURNING m.id)
                SELECT id FROM deleted ORDER BY id""")
                .param("last", last)
                .param("before", timestamp(before))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    Backlog backlog(Instant now) {
        return jdbc.sql("""
                SELECT count(*) AS size,
                       CAST(GREATEST(0, COALESCE(EXTRACT(EPOCH FROM :now - min(created_at)), 0)) AS bigint)
                           AS max_age_seconds
                FROM platform.mails WHERE next_attempt_at IS NOT NULL""").param("now", timestamp(now)).query(Backlog.class).single();
    }

    /**
     * An email that has not been sent.
     *
     * @param type     the name of an {@link EmailType}, possibly of a newer version
     * @param language the language of the request that caused the email
     * @param failures the failures of this email, not those of the transport
     */
    record PendingEmail(
            UUID id,
            String type,
            @Nullable UUID userId,
            @Nullable String language,
            int failures,
            Instant createdAt) {}

    record Backlog(long size, long maxAgeSeconds) {}
}
