package dev.stagedoor.apikey;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.platform.persistence.ResultSets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes API key rows. */
@Repository
@RequiredArgsConstructor
class ApiKeyRepository {

    private static final Duration PRECISION = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    /** Inserts the key. Returns false if the company does not exist. */
    boolean insert(ApiKeyDto key, byte[] secretDigest) {
        return jdbc.sql("""
                INSERT INTO access.api_keys (id, name, secret_digest, prefix, scopes, company_id, created_at, expires_at)
                SELECT :id, :name, :digest, :prefix, :scopes, CAST(:company AS uuid), :now, CAST(:expires AS timestamptz)
                WHERE CAST(:company AS uuid) IS NULL
                   OR EXISTS (SELECT 1 FROM companies.companies WHERE id = CAST(:company AS uuid))""")
                        .param("id", key.id())
                        .param("name", key.name())
                        .param("digest", secretDigest)
                        .param("prefix", key.prefix())
                        .param(
                                "scopes",
                                String.join(
                                        " ",
                                        key.scopes().stream()
                                                .map(ApiScope::wireName)
                                                .toList()))
                        .param("company", key.companyId())
                        .param("now", timestamp(key.createdAt()))
                        .param("expires", key.expiresAt() == null ? null : timestamp(key.expiresAt()))
                        .update()
                == 1;
    }

    Optional<StoredKey> find(UUID id, Instant now) {
        return jdbc.sql("""
                SELECT * FROM access.api_keys
                WHERE id = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)""")
                .params(id, timestamp(now))
                .query((row, number) -> new StoredKey(key(row, number), row.getBytes("secret_digest")))
                .optional();
    }

    /** Updates the time of the last use, at most once per minute. */
    void recordUse(ApiKeyDto key, Instant now) {
        if (key.lastUsedAt() == null || key.lastUsedAt().isBefore(now.minus(PRECISION))) {
            jdbc.sql("UPDATE access.api_keys SET last_used_at = ? WHERE id = ?")
                    .params(timestamp(now), key.id())
                    .update();
        }
    }

    List<ApiKeyDto> list() {
        return jdbc.sql("SELECT * FROM access.api_keys WHERE revoked_at IS NULL ORDER BY created_at DESC, id DESC")
                .query(ApiKeyRepository::key)
                .list();
    }

    /** Revokes the key and returns it. Returns an empty result if the key does not exist or is already revoked. */
    Optional<ApiKeyDto> revoke(UUID id, Instant now) {
        return jdbc.sql("UPDATE access.api_keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL RETURNING *")
                .params(timestamp(now), id)
                .query(ApiKeyRepository::key)
                .optional();
    }

    private static ApiKeyDto key(ResultSet row, int number) throws SQLException {
        return new ApiKeyDto(
                ResultSets.uuid(row, "id"),
                row.getString("name"),
                row.getString("prefix"),
                Stream.of(row.getString("scopes").split(" ")).map(ApiScope::of).toList(),
                ResultSets.uuid(row, "company_id"),
                ResultSets.instant(row, "created_at"),
                ResultSets.instant(row, "expires_at"),
                ResultSets.instant(row, "last_used_at"));
    }

    record StoredKey(ApiKeyDto key, byte[] secretDigest) {}
}
