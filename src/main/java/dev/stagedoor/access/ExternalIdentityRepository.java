package dev.stagedoor.access;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.platform.persistence.ResultSets;
import dev.stagedoor.platform.persistence.UuidV7;
import dev.stagedoor.platform.security.CurrentUser;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads and writes the links between external identities and accounts. */
@Repository
@RequiredArgsConstructor
class ExternalIdentityRepository {

    private final JdbcClient jdbc;

    Optional<LinkedAccount> find(ExternalIdentity identity) {
        return bind("""
                SELECT i.id, i.user_id, i.last_used_at, p.id AS profile_id, u.is_active, u.credentials_changed_at
                FROM access.external_identities i JOIN users.users u ON u.id = i.user_id
                LEFT JOIN users.user_profiles p ON p.user_id = u.id
                WHERE i.issuer = :issuer AND i.subject = :subject""", identity)
                .query((row, number) -> new LinkedAccount(
                        ResultSets.uuid(row, "id"),
                        ResultSets.uuid(row, "user_id"),
                        ResultSets.uuid(row, "profile_id"),
                        row.getBoolean("is_active"),
                        ResultSets.instant(row, "credentials_changed_at"),
                        ResultSets.instant(row, "last_used_at")))
                .optional();
    }

    /** Returns false if the identity is linked. */
    boolean insert(UUID userId, ExternalIdentity identity, Instant now) {
        return bind("""
                INSERT INTO access.external_identities (id, user_id, issuer, subject, linked_at)
                VALUES (:id, :user, :issuer, :subject, :now) ON CONFLICT DO NOTHING""", identity)
                        .param("id", UuidV7.next())
                        .param("user", userId)
                        .param("now", timestamp(now))
                        .update()
                == 1;
    }

    /** Links the account whose {@code better_auth_id} another system has set. Returns false if no account has the subject. */
    boolean insertOfOtherSystem(ExternalIdentity identity, Instant now) {
        return insertOfOtherSystem("u.better_auth_id = :key", identity.subject(), identity.issuer(), now) == 1;
    }

    /**
     * Inserts the identities that another system has set for the accounts.
     *
     * @return the number of inserted rows
     */
    int insertOfOtherSystem(Collection<UUID> userIds, String firstIssuer, Instant now) {
        var condition = "u.id = ANY(CAST(:key AS uuid[])) AND u.better_auth_id IS NOT NULL";
        return insertOfOtherSystem(condition, UuidV7.texts(userIds), firstIssuer, now);
    }

    /** The row lock waits for a concurrent unlink. */
    private int insertOfOtherSystem(String condition, Object key, String firstIssuer, Instant now) {
        return jdbc.sql("""
                INSERT INTO access.external_identities (user_id, issuer, subject, linked_at)
                SELECT u.id, :issuer, u.better_auth_id, :now FROM users.users u WHERE %s FOR SHARE
                ON CONFLICT DO NOTHING""".formatted(condition))
                .param("issuer", firstIssuer)
                .param("key", key)
                .param("now", timestamp(now))
                .update();
    }

    List<ExportedIdentityDto> list(UUID userId) {
        return jdbc.sql("""
                SELECT id, issuer, subject, linked_at, last_used_at FROM access.external_identities
                WHERE user_id = ? ORDER BY linked_at, id""").param(userId).query(ExportedIdentityDto.class).list();
    }

    /** Returns whether the identity existed. */
    boolean delete(UUID id, UUID userId) {
        return jdbc.sql("DELETE FROM access.external_identities WHERE id = ? AND user_id = ?")
                        .params(id, userId)
                        .update()
                == 1;
    }

    /** Does nothing if a concurrent request has recorded its use. */
    void recordUse(UUID id, Instant now, Instant before) {
        jdbc.sql("""
                UPDATE access.external_identities SET last_used_at = ?
                WHERE id = ? AND (last_used_at IS NULL OR last_used_at <= ?)""").params(timestamp(now), id, timestamp(before)).update();
    }

    void deleteAll(UUID userId) {
        jdbc.sql("DELETE FROM access.external_identities WHERE user_id = ?")
                .param(userId)
                .update();
    }

    private StatementSpec bind(String sql, ExternalIdentity identity) {
        return jdbc.sql(sql).param("issuer", identity.issuer()).param("subject", identity.subject());
    }

    /** @param active whether the account may authenticate */
    record LinkedAccount(
            UUID identityId,
            UUID userId,
            UUID profileId,
            boolean active,
            Instant credentialsChangedAt,
            Instant lastUsedAt) {

        /** A token of the second in which the credentials changed may be older than the change. */
        boolean accepts(Instant tokenIssuedAt) {
            return active
                    && (credentialsChangedAt == null
                            || tokenIssuedAt.getEpochSecond() > credentialsChangedAt.getEpochSecond());
        }

        CurrentUser caller(ExternalIdentity identity) {
            return new CurrentUser(userId, profileId, null, false, identity.signedInAt(), identity.issuedAt());
        }
    }
}
