package dev.stagedoor.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class ExpiredTokenCleanupTests {

    @Autowired
    People people;

    @Autowired
    ExpiredTokenCleanup cleanup;

    @Autowired
    JdbcClient jdbc;

    @Test
    void validAndRecentlyExpiredTokensAreRetained() {
        var person = people.anyone().id();
        insert(person, "valid", "1 hour");
        insert(person, "expired just now", "-1 second");
        insert(person, "expired recently", "-6 days -23 hours");
        insert(person, "expired long ago", "-7 days -1 hour");

        cleanup.deleteExpired();

        assertThat(jdbc.sql("SELECT purpose FROM access.one_time_tokens WHERE user_id = ? ORDER BY purpose")
                        .param(person)
                        .query(String.class)
                        .list())
                .containsExactly("expired just now", "expired recently", "valid");
    }

    @Test
    void manyTokensAreDeletedInBatches() {
        var person = people.anyone().id();
        jdbc.sql("""
                INSERT INTO access.one_time_tokens (user_id, purpose, digest, created_at, expires_at)
                SELECT ?, n, sha256(CAST(gen_random_uuid() AS text)::bytea), now(),
                       now() - CASE WHEN n <= 2345 THEN interval '8 days' ELSE interval '1 day' END
                FROM generate_series(1, 3456) n""").param(person).update();

        cleanup.deleteExpired();

        assertThat(jdbc.sql("SELECT count(*) FROM access.one_time_tokens WHERE user_id = ?")
                        .param(person)
                        .query(Long.class)
                        .single())
                .isEqualTo(1_111);
    }

    private void insert(UUID person, String purpose, String expiresIn) {
        jdbc.sql("""
                INSERT INTO access.one_time_tokens (user_id, purpose, digest, created_at, expires_at)
                VALUES (?, ?, sha256(CAST(gen_random_uuid() AS text)::bytea), now(), now() + CAST(? AS interval))""").params(person, purpose, expiresIn).update();
    }
}
