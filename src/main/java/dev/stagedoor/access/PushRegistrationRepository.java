package dev.stagedoor.access;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.platform.persistence.ResultSets;
import dev.stagedoor.platform.persistence.UuidV7;
import dev.stagedoor.platform.security.CurrentUser;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The rows of {@code access.push_registrations}. */
@Repository
@RequiredArgsConstructor
class PushRegistrationRepository {

    static final int MAX_PER_USER = 50;

    private final JdbcClient jdbc;

    /** Deletes all other registrations of the installation and the token. An app on a device belongs to its latest user. */
    void deleteOthers(UUID userId, String installationId, String token) {
        jdbc.sql("""
                DELETE FROM access.push_registrations
                WHERE (installation_id = :installation OR token = :token)
                  AND NOT (user_id = :user AND installation_id = :installation)""")
                .param("user", userId)
                .param("installation", installationId)
                .param("token", token)
                .update();
    }

    /** Returns whether the user has registered the installation. */
    boolean update(CurrentUser caller, String installationId, PushRegistrationDto registration, Instant now) {
        return bind("""
                UPDATE access.push_registrations
                SET session_id = CAST(:session AS uuid), platform = :platform, token = :token, updated_at = :now
                WHERE user_id = :user AND installation_id = :installation""", caller, installationId, registration, now).update() == 1;
    }

    /** Returns false if the installation or the token was registered concurrently. PostgreSQL does not log the token. */
    boolean insert(CurrentUser caller, String installationId, PushRegistrationDto registration, Instant now) {
        return bind("""
                INSERT INTO access.push_registrations
                    (id, user_id, session_id, installation_id, platform, token, created_at, updated_at)
                VALUES (:id, :user, CAST(:session AS uuid), :installation, :platform, :token, :now, :now)
                ON CONFLICT DO NOTHING""", caller, installationId, registration, now)
                        .param("id", UuidV7.next())
                        .update()
                == 1;
    }

    /** Deletes the user's registrations beyond the limit: first inactive ones, then those that were not updated for the longest time. */
    void deleteExcess(UUID userId, Instant now) {
        jdbc.sql("""
                DELETE FROM access.push_registrations WHERE id IN (
                    SELECT r.id FROM access.push_registrations r JOIN users.users u ON u.id = r.user_id
                    WHERE r.user_id = :user ORDER BY %s DESC, r.updated_at DESC, r.id DESC OFFSET %s)""".formatted(PushDestinations.ACTIVE, MAX_PER_USER))
                .param("user", userId)
                .param("now", timestamp(now))
                .update();
    }

    List<RegisteredInstallationDto> list(CurrentUser caller, Instant now) {
        return jdbc.sql("""
                SELECT r.installation_id, r.platform, r.session_id = CAST(:session AS uuid) AS current, r.created_at, r.updated_at
                FROM access.push_registrations r JOIN users.users u ON u.id = r.user_id
                WHERE r.user_id = :user AND %s ORDER BY r.updated_at DESC, r.id DESC""".formatted(PushDestinations.ACTIVE))
                .param("user", caller.userId())
                .param("session", caller.sessionId())
                .param("now", timestamp(now))
                .query((row, number) -> new RegisteredInstallationDto(
                        row.getString("installation_id"),
                        PushPlatform.valueOf(row.getString("platform")),
                        row.getBoolean("current"),
                        ResultSets.instant(row, "created_at"),
                        ResultSets.instant(row, "updated_at")))
                .list();
    }

    List<ExportedInstallationDto> history(UUID userId) {
        return jdbc.sql("""
                SELECT installation_id, platform, session_id, created_at, updated_at
                FROM access.push_registrations WHERE user_id = ? ORDER BY updated_at DESC, id DESC""").param(userId).query(ExportedInstallationDto.class).list();
    }

    void delete(UUID userId, String installationId) {
        jdbc.sql("DELETE FROM access.push_registrations WHERE user_id = ? AND installation_id = ?")
                .params(userId, installationId)
                .update();
    }

    void deleteAll(UUID userId) {
        jdbc.sql("DELETE FROM access.push_registrations WHERE user_id = ?")
                .param(userId)
                .update();
    }

    void deleteTokens(List<String> tokens) {
        jdbc.sql("DELETE FROM access.push_registrations WHERE token = ANY(?)")
                .param(tokens.toArray(String[]::new))
                .update();
    }

    private StatementSpec bind(
            String sql, CurrentUser caller, String installationId, PushRegistrationDto registration, Instant now) {
        return jdbc.sql(sql)
                .param("user", caller.userId())
                .param("session", caller.sessionId())
                .param("installation", installationId)
                .param("platform", registration.platform().name())
                .param("token", registration.token())
                .param("now", timestamp(now));
    }
}
