package dev.stagedoor.account;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds, deletes and anonymizes accounts whose grace period has ended. */
@Repository
@RequiredArgsConstructor
class PurgeRepository {

    /** Deleted by the owner before the given time, not suspended by an admin, and not yet anonymized. */
    private static final String DUE = """
            NOT is_active AND updated_at <= :before
            AND NOT EXISTS (SELECT FROM users.suspensions s WHERE s.user_id = users.users.id)
            AND NOT\s""" + AnonymizedUsers.sqlCondition("users.users");

    private final JdbcClient jdbc;

    long count(Instant before) {
        return jdbc.sql("SELECT count(*) FROM users.users WHERE " + DUE)
                .param("before", timestamp(before))
                .query(Long.class)
                .single();
    }

    /** Returns due accounts in id order, starting after {@code last}. */
    List<UUID> page(Instant before, UUID last, int limit) {
        return jdbc.sql("SELECT id FROM users.users WHERE " + DUE
                        + " AND (CAST(:last AS uuid) IS NULL OR id > CAST(:last AS uuid)) ORDER BY id LIMIT :limit")
                .param("before", timestamp(before))
                .param("last", last)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Locks the account for the current transaction. Returns false if it is not due or locked by another transaction. */
    boolean lock(UUID userId, Instant before) {
        return jdbc.sql("SELECT id FROM users.users WHERE id = :user AND " + DUE + " FOR UPDATE SKIP LOCKED")
                .param("user", userId)
                .param("before", timestamp(before))
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void delete(UUID userId) {
        jdbc.sql("DELETE FROM users.users WHERE id = ?").param(userId).update();
    }

    /** Removes all personal data. No password matches the hash {@code !}. */
    void anonymize(UUID userId, Instant now) {
        jdbc.sql("""
                UPDATE users.users
                SET email = CAST(id AS text) || '@deleted.invalid', phone = NULL, password_hash = '!',
                    better_auth_id = NULL, first_name = 'Deleted', last_name = 'User', role = 'PARTICIPANT',
                    is_organizer = false, email_verified = false, phone_verified = false, last_login_at = NULL,
                    credentials_changed_at = NULL, updated_at = ?
                WHERE id = ?""").params(timestamp(now), userId).update();
    }
}
