package dev.stagedoor.access;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.platform.persistence.ResultSets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The rows of {@code access.one_time_tokens}: one per user and purpose. */
@Repository
@RequiredArgsConstructor
class OneTimeTokenRepository {

    private final JdbcClient jdbc;

    /** Inserts a token, or replaces the previous one of the same purpose. */
    void replace(UUID userId, TokenPurpose purpose, byte[] digest, Instant now, Instant expiresAt) {
        bind("""
                INSERT INTO access.one_time_tokens (user_id, purpose, digest, created_at, expires_at)
                VALUES (:user, :purpose, :digest, :now, :expires)
                ON CONFLICT (user_id, purpose)
                DO UPDATE SET digest = :digest, created_at = :now, expires_at = :expires""", digest, purpose, now)
                .param("user", userId)
                .param("expires", timestamp(expiresAt))
                .update();
    }

    /** Returns the user of a valid token. */
    Optional<UUID> find(byte[] digest, TokenPurpose purpose, Instant now) {
        return bind("""
                SELECT user_id FROM access.one_time_tokens
                WHERE digest = :digest AND purpose = :purpose AND expires_at > :now""", digest, purpose, now).query(UUID.class).optional();
    }

    /** Deletes a valid token and returns its user. */
    Optional<UUID> redeem(byte[] digest, TokenPurpose purpose, Instant now) {
        return bind("""
                DELETE FROM access.one_time_tokens
                WHERE digest = :digest AND purpose = :purpose AND expires_at > :now
                RETURNING user_id""", digest, purpose, now).query(UUID.class).optional();
    }

    void delete(UUID userId, TokenPurpose purpose) {
        jdbc.sql("DELETE FROM access.one_time_tokens WHERE user_id = ? AND purpose = ?")
                .params(userId, purpose.name())
                .update();
    }

    void deleteAll(UUID userId) {
        jdbc.sql("DELETE FROM access.one_time_tokens WHERE user_id = ?")
                .param(userId)
                .update();
    }

    /**
     * Deletes tokens that expired before the given time.
     *
     * @param last only keys after this one are considered
     * @return the deleted keys in ascending order
     */
    List<Key> deleteExpired(Key last, Instant before, int limit) {
        return jdbc.sql("""
                WITH expired AS (
                    SELECT user_id, purpose FROM access.one_time_tokens
                    WHERE (user_id, purpose) > (:user, :purpose) AND expires_at < :before
                    ORDER BY user_id, purpose LIMIT :limit FOR UPDATE SKIP LOCKED),
                deleted AS (
                    DELETE FROM access.one_time_tokens t USING expired
                    WHERE t.user_id = expired.user_id AND t.purpose = expired.purpose
                    RETURNING t.user_id, t.purpose)
                SELECT user_id, purpose FROM deleted ORDER BY user_id, purpose""")
                .param("user", last.userId())
                .param("purpose", last.purpose())
                .param("before", timestamp(before))
                .param("limit", limit)
                .query((row, number) -> new Key(ResultSets.uuid(row, "user_id"), row.getString("purpose")))
                .list();
    }

    private StatementSpec bind(String sql, byte[] digest, TokenPurpose purpose, Instant now) {
        return jdbc.sql(sql)
                .param("digest", digest)
                .param("purpose", purpose.name())
                .param("now", timestamp(now));
    }

    /** @param purpose the name of a {@link TokenPurpose}, possibly of a newer version */
    record Key(UUID userId, String purpose) {}
}
