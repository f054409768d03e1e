package dev.stagedoor.access;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.platform.persistence.ResultSets;
import dev.stagedoor.platform.security.CurrentUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads and writes session rows. Each change is one conditional statement, so only one of two concurrent requests succeeds. */
@Repository
@RequiredArgsConstructor
class SessionRepository {

    private static final RowMapper<Owner> OWNER =
            (row, number) -> new Owner(ResultSets.uuid(row, "id"), ResultSets.uuid(row, "user_id"));
    private static final RowMapper<Refreshed> REFRESHED =
            (row, number) -> new Refreshed(OWNER.mapRow(row, number), ResultSets.instant(row, "expires_at"));

    static final int MAX_ACTIVE = 50;

    private final JdbcClient jdbc;

    /** Also ends the least recently refreshed sessions if the account has more than {@link #MAX_ACTIVE}. */
    void insert(UUID id, UUID userId, RefreshToken token, String userAgent, Instant now, Instant expiresAt) {
        bind("""
                WITH excess AS (
                    SELECT id FROM access.sessions WHERE user_id = :user AND ended_at IS NULL AND expires_at > :now
                    ORDER BY last_used_at DESC, id DESC OFFSET :others),
                ended AS (UPDATE access.sessions SET ended_at = :now WHERE id IN (SELECT id FROM excess))
                INSERT INTO access.sessions (id, user_id, family_digest, generation, current_digest, user_agent,
                                             created_at, last_used_at, expires_at)
                VALUES (:id, :user, :family, :generation, :digest, :agent, :now, :now, :expires)""", token, now)
                .param("id", id)
                .param("user", userId)
                .param("agent", userAgent)
                .param("expires", timestamp(expiresAt))
                .param("others", MAX_ACTIVE - 1)
                .update();
    }

    /** Returns the caller of an access token if session and account are active. */
    Optional<SessionCache.ActiveSession> caller(UUID sessionId, UUID userId, Instant now) {
        return jdbc.sql("""
                SELECT p.id AS profile_id, u.role = 'ADMIN' AS admin, s.created_at, s.expires_at
                FROM access.sessions s JOIN users.users u ON u.id = s.user_id
                LEFT JOIN users.user_profiles p ON p.user_id = u.id
                WHERE s.id = ? AND s.user_id = ? AND s.ended_at IS NULL AND s.expires_at > ? AND u.is_active""")
                .params(sessionId, userId, timestamp(now))
                .query((row, number) -> new SessionCache.ActiveSession(
                        new CurrentUser(
                                userId,
                                ResultSets.uuid(row, "profile_id"),
                                sessionId,
                                row.getBoolean("admin"),
                                ResultSets.instant(row, "created_at"),
                                null),
                        ResultSets.instant(row, "expires_at")))
                .optional();
    }

    /** Replaces the current token by its successor, and extends the session up to its maximum age. */
    Optional<Refreshed> rotate(
            RefreshToken token, RefreshToken successor, Instant now, Instant expiresAt, Duration maxAge) {
        return bind("""
                UPDATE access.sessions s
                SET previous_digest = s.current_digest, current_digest = :next, generation = s.generation + 1,
                    rotated_at = :now, last_used_at = :now,
                    expires_at = LEAST(:expires, s.created_at + :maxAge * interval '1 second')
                FROM users.users u
                WHERE s.family_digest = :family AND s.current_digest = :digest AND s.ended_at IS NULL
                  AND LEAST(s.expires_at, s.created_at + :maxAge * interval '1 second') > :now
                  AND u.id = s.user_id AND u.is_active
                RETURNING s.id, s.user_id, s.expires_at""", token, now)
                .param("next", successor.digest())
                .param("expires", timestamp(expiresAt))
                .param("maxAge", maxAge.toSeconds())
                .query(REFRESHED)
                .optional();
    }

    /** Returns the session if the token was replaced after the given time and its successor is unused. */
    Optional<Refreshed> findReplaced(RefreshToken token, RefreshToken successor, Instant now, Instant earliest) {
        return bind("""
                SELECT s.id, s.user_id, s.expires_at FROM access.sessions s JOIN users.users u ON u.id = s.user_id
                WHERE s.family_digest = :family AND s.previous_digest = :digest AND s.current_digest = :next
                  AND s.rotated_at >= :earliest AND s.ended_at IS NULL AND s.expires_at > :now AND u.is_active""", token, now)
                .param("next", successor.digest())
                .param("earliest", timestamp(earliest))
                .query(REFRESHED)
                .optional();
    }

    /** Returns the session with this current or previous token, active or not, if it belongs to the account. */
    Optional<UUID> device(RefreshToken token, String email) {
        return jdbc.sql("""
                SELECT s.id FROM access.sessions s JOIN users.users u ON u.id = s.user_id
                WHERE s.family_digest = :family AND :digest IN (s.current_digest, s.previous_digest) AND u.email = :email""")
                .param("family", token.familyDigest())
                .param("digest", token.digest())
                .param("email", email)
                .query(UUID.class)
                .optional();
    }

    /** Ends the session if a previous token of its family is reused. */
    Optional<Owner> endReplayed(RefreshToken token, Instant now) {
        return bind("""
                UPDATE access.sessions SET ended_at = :now
                WHERE family_digest = :family AND (generation - 1 > :generation OR previous_digest = :digest)
                  AND ended_at IS NULL
                RETURNING id, user_id""", token, now).query(OWNER).optional();
    }

    Optional<Owner> end(RefreshToken token, Instant now) {
        return bind("""
                UPDATE access.sessions SET ended_at = :now WHERE family_digest = :family AND ended_at IS NULL
                RETURNING id, user_id""", token, now).query(OWNER).optional();
    }

    void endAll(UUID userId, Instant now) {
        jdbc.sql("UPDATE access.sessions SET ended_at = ? WHERE user_id = ? AND ended_at IS NULL")
                .params(timestamp(now), userId)
                .update();
    }

    void deleteAll(UUID userId) {
        jdbc.sql("DELETE FROM access.sessions WHERE user_id = ?").param(userId).update();
    }

    void endOthers(UUID userId, UUID currentId, Instant now) {
        jdbc.sql(
                        "UPDATE access.sessions SET ended_at = ? WHERE user_id = ? AND id IS DISTINCT FROM CAST(? AS uuid) AND ended_at IS NULL")
                .params(timestamp(now), userId, currentId)
                .update();
    }

    /** Returns whether the session exists and belongs to the user. It is ended in that case. */
    boolean end(UUID sessionId, UUID userId, Instant now) {
        return jdbc.sql("UPDATE access.sessions SET ended_at = COALESCE(ended_at, ?) WHERE id = ? AND user_id = ?")
                        .params(timestamp(now), sessionId, userId)
                        .update()
                == 1;
    }

    List<SessionDto> list(UUID userId, UUID current, Instant now) {
        return jdbc.sql("""
                SELECT id, user_agent, created_at, last_used_at, expires_at, id = CAST(? AS uuid) AS current FROM access.sessions
                WHERE user_id = ? AND ended_at IS NULL AND expires_at > ? ORDER BY last_used_at DESC, id DESC""")
                .params(current, userId, timestamp(now))
                .query((row, number) -> new SessionDto(
                        ResultSets.uuid(row, "id"),
                        row.getString("user_agent"),
                        ResultSets.instant(row, "created_at"),
                        ResultSets.instant(row, "last_used_at"),
                        ResultSets.instant(row, "expires_at"),
                        row.getBoolean("current")))
                .list();
    }

    int count(UUID userId, Instant now) {
        return jdbc.sql(
                        "SELECT count(*) FROM access.sessions WHERE user_id = ? AND ended_at IS NULL AND expires_at > ?")
                .params(userId, timestamp(now))
                .query(Integer.class)
                .single();
    }

    List<ExportedSessionDto> history(UUID userId) {
        return jdbc.sql("SELECT * FROM access.sessions WHERE user_id = ? ORDER BY created_at DESC, id DESC")
                .param(userId)
                .query(ExportedSessionDto.class)
                .list();
    }

    /**
     * Deletes sessions that ended or expired before the given time.
     *
     * @param last only ids after this one are considered
     * @return the deleted ids in ascending order
     */
    List<UUID> deleteEnded(UUID last, Instant before, int limit) {
        return jdbc.sql("""
                WITH ended AS (
                    SELECT id FROM access.sessions WHERE id > :last AND LEAST(ended_at, expires_at) < :before
                    ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED),
                deleted AS (DELETE FROM access.sessions s USING ended WHERE s.id = ended.id RETURNING s.id)
                SELECT id FROM deleted ORDER BY id""")
                .param("last", last)
                .param("before", timestamp(before))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    private StatementSpec bind(String sql, RefreshToken token, Instant now) {
        return jdbc.sql(sql)
                .param("family", token.familyDigest())
                .param("generation", token.generation())
                .param("digest", token.digest())
                .param("now", timestamp(now));
    }

    record Owner(UUID sessionId, UUID userId) {}

    record Refreshed(Owner owner, Instant expiresAt) {}
}
