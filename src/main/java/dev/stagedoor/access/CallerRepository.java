package dev.stagedoor.access;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.platform.security.CurrentUser;
import java.time.Instant;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Locks the rows on which the rights of a caller depend. */
@Repository
@RequiredArgsConstructor
class CallerRepository {

    private static final String BY_SESSION = """
            SELECT u.role = 'ADMIN' FROM access.sessions s JOIN users.users u ON u.id = s.user_id
            WHERE s.id = :session AND s.user_id = :user AND s.ended_at IS NULL AND s.expires_at > :now AND u.is_active
            FOR SHARE OF s""";

    /** A shared lock would deadlock if two requests of one admin update its own row. */
    private static final String BY_SESSION_OF_ADMIN = BY_SESSION + " FOR NO KEY UPDATE OF u";

    private static final String BY_EXTERNAL_TOKEN =
            """
            SELECT false FROM users.users u WHERE u.id = :user AND %s
            FOR NO KEY UPDATE""".formatted(ActiveCallers.ACCEPTS_TOKEN.formatted("CAST(:issued AS timestamptz)"));

    private final JdbcClient jdbc;

    /** Returns whether the caller is an admin, or an empty result if the caller may no longer act for the account. */
    Optional<Boolean> lock(CurrentUser caller, Instant now) {
        return statement(caller, now)
                .param("user", caller.userId())
                .query(Boolean.class)
                .optional();
    }

    private StatementSpec statement(CurrentUser caller, Instant now) {
        return caller.sessionId() == null
                ? jdbc.sql(BY_EXTERNAL_TOKEN).param("issued", timestamp(caller.tokenIssuedAt()))
                : jdbc.sql(caller.admin() ? BY_SESSION_OF_ADMIN : BY_SESSION)
                        .param("session", caller.sessionId())
                        .param("now", timestamp(now));
    }
}
