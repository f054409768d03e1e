package dev.stagedoor.access;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The rows of {@code access.one_time_tokens}. */
@Repository
@RequiredArgsConstructor
class OneTimeTokenRepository {

    private static final String VALID = """
            t.digest = :digest AND t.purpose = :purpose AND u.id = t.user_id AND u.email = t.email
              AND CASE WHEN t.used_at IS NULL THEN t.expires_at > :now ELSE :repeatable END""";

    private final JdbcClient jdbc;

    void insert(UUID userId, String email, TokenPurpose purpose, byte[] digest, Instant now, Instant expiresAt) {
        bind("""
                INSERT INTO access.one_time_tokens (user_id, purpose, email, digest, created_at, expires_at)
                VALUES (:user, :purpose, :email, :digest, :now, :expires)""", digest, purpose, now)
                .param("user", userId)
                .param("email", email)
                .param("expires", timestamp(expiresAt))
                .update();
    }

    /** Returns the user of a valid token. */
    Optional<UUID> find(byte[] digest, TokenPurpose purpose, Instant now) {
        return bind(
                        "SELECT t.user_id FROM access.one_time_tokens t, users.users u WHERE " + VALID,
                        digest,
                        purpose,
                        now)
                .param("repeatable", purpose.isRepeatable())
                .query(UUID.class)
                .optional();
    }

    /** Marks a valid token as used and returns its user. */
    Optional<UUID> redeem(byte[] digest, TokenPurpose purpose, Instant now) {
        return bind(
                        "UPDATE access.one_time_tokens t SET used_at = COALESCE(t.used_at, :now) FROM users.users u WHERE "
                                + VALID + " RETURNING t.user_id",
                        digest,
                        purpose,
                        now)
                .param("repeatable", purpose.isRepeatable())
                .query(UUID.class)
                .optional();
    }

    void deleteUnused(UUID userId) {
        jdbc.sql("DELETE FROM access.one_time_tokens WHERE user_id = ? AND used_at IS NULL")
                .param(userId)
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
     * @param last only digests after this one are considered
     * @return the deleted digests in ascending order
     */
    List<byte[]> deleteExpired(byte[] last, Instant before, int limit) {
        return jdbc.sql("""
                WITH expired AS (
                    SELECT digest FROM access.one_time_tokens WHERE digest > :last AND expires_at < :before
                    ORDER BY digest LIMIT :limit FOR UPDATE SKIP LOCKED),
                deleted AS (
                    DELETE FROM access.one_time_tokens t USING expired WHERE t.digest = expired.digest RETURNING t.digest)
                SELECT digest FROM deleted ORDER BY digest""")
                .param("last", last)
                .param("before", timestamp(before))
                .param("limit", limit)
                .query((row, number) -> row.getBytes("digest"))
                .list();
    }

    private StatementSpec bind(String sql, byte[] digest, TokenPurpose purpose, Instant now) {
        return jdbc.sql(sql)
                .param("digest", digest)
                .param("purpose", purpose.name())
                .param("now", timestamp(now));
    }
}
