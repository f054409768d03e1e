package dev.stagedoor.access;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code access.signing_keys}. */
@Repository
@RequiredArgsConstructor
class SigningKeyRepository {

    private final JdbcClient jdbc;

    /** Returns all keys, the latest first. */
    List<StoredKey> list() {
        return jdbc.sql("""
                SELECT generation, kid, private_key, signs_from, verifies_until FROM access.signing_keys
                ORDER BY generation DESC""").query(StoredKey.class).list();
    }

    int lastGeneration() {
        return jdbc.sql("SELECT COALESCE(max(generation), 0) FROM access.signing_keys")
                .query(Integer.class)
                .single();
    }

    /** Returns false if the generation exists. */
    boolean insert(StoredKey key, Instant now) {
        return jdbc.sql("""
                INSERT INTO access.signing_keys (generation, kid, private_key, created_at, signs_from)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                        .params(
                                key.generation(),
                                key.kid(),
                                key.privateKey(),
                                timestamp(now),
                                timestamp(key.signsFrom()))
                        .update()
                == 1;
    }

    void expireBefore(int generation, Instant verifiesUntil) {
        jdbc.sql("UPDATE access.signing_keys SET verifies_until = ? WHERE generation < ? AND verifies_until IS NULL")
                .params(timestamp(verifiesUntil), generation)
                .update();
    }

    void deleteBefore(int generation) {
        jdbc.sql("DELETE FROM access.signing_keys WHERE generation < ?")
                .param(generation)
                .update();
    }

    void deleteExpired(Instant now) {
        jdbc.sql("DELETE FROM access.signing_keys WHERE verifies_until <= ?")
                .param(timestamp(now))
                .update();
    }

    /** Does nothing if another instance has replaced the stored form. */
    void replace(StoredKey key, String privateKey) {
        jdbc.sql("UPDATE access.signing_keys SET private_key = ? WHERE generation = ? AND private_key = ?")
                .params(privateKey, key.generation(), key.privateKey())
                .update();
    }

    /** @param privateKey in PEM format, possibly encrypted */
    record StoredKey(int generation, String kid, String privateKey, Instant signsFrom, Instant verifiesUntil) {

        @Override
        public String toString() {
            return "StoredKey[" + kid + "]";
        }
    }
}
