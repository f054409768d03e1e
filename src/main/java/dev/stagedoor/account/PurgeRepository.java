package dev.stagedoor.account;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The statements that end accounts for good. */
@Repository
@RequiredArgsConstructor
class PurgeRepository {

    /** Deleted by its owner before a moment, not suspended by an admin, and not anonymised already. */
    private static final String DUE = """
            NOT is_active AND updated_at <= :before
            AND NOT EXISTS (SELECT FROM users.suspensions s WHERE s.user_id = users.users.id)
            AND NOT\s""" + AnonymizedUsers.condition("users.users");

    private final JdbcClient jdbc;

    long count(Instant before) {
        return jdbc.sql("SELECT count(*) FROM users.users WHERE " + DUE)
                .param("before", timestamp(before))
                .query(Long.class)
                .single();
    }

    /** In the order of their ids, after {@code last}; null for the first. */
    List<UUID> page(Instant before, UUID last, int limit) {
        return jdbc.sql("SELECT id FROM users.users WHERE " + DUE
                        + " AND (CAST(:last AS uuid) IS NULL OR id > CAST(:last AS uuid)) ORDER BY id LIMIT :limit")
                .param("before", timestamp(before))
                .param("last", last)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Whether it is (still) to be purged and nobody else is at it; nobody else can be until the transaction ends. */
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

    /** Nothing personal is left, and no password matches {@code !}. */
    void anonymise(UUID userId, Instant now) {
        jdbc.sql("""
                UPDATE users.users
                SET email = CAST(id AS text) || '@deleted.invalid', phone = NULL, password_hash = '!',
                    better_auth_id = NULL, first_name = 'Deleted', last_name = 'User', role = 'PARTICIPANT',
                    is_organizer = false, email_verified = false, phone_verified = false, last_login_at = NULL,
                    credentials_changed_at = NULL, updated_at = ?
                WHERE id = ?""").params(timestamp(now), userId).update();
    }
}
