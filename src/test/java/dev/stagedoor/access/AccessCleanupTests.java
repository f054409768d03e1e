package dev.stagedoor.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@StagedoorTest
class AccessCleanupTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    AccessCleanup cleanup;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Test
    void activeAndRecentlyEndedSessionsAreRetained() {
        var person = people.anyone();
        insert(person, "ended just now", 1, "now()", "30 days");
        insert(person, "ended recently", 1, "now() - interval '29 days 23 hours'", "1 day");
        insert(person, "expired recently", 1, "NULL", "-29 days -23 hours");
        insert(person, "ended and then expired long ago", 1, "now() - interval '70 days'", "-40 days");
        insert(person, "ended long ago", 1, "now() - interval '30 days 1 hour'", "1 day");
        insert(person, "expired long ago", 1, "NULL", "-30 days -1 hour");

        cleanup.deleteEndedSessions();

        assertThat(remaining(person)).containsExactly("ended just now", "ended recently", "expired recently");
        http.get("/me").as(person).send().expect(200);
        assertThat(http.get("/me/sessions").as(person).send().expect(200).items("id"))
                .hasSize(1);
    }

    @Test
    void manySessionsAreDeletedInBatches() {
        var person = people.anyone();
        insert(person, "old", 2_345, "now() - interval '31 days'", "1 day");
        insert(person, "new", 1_234, "now()", "1 day");

        cleanup.deleteEndedSessions();

        assertThat(remaining(person)).hasSize(1_234).containsOnly("new");
    }

    @Test
    void lockedSessionsAreSkipped() {
        var person = people.anyone();
        insert(person, "old", 2, "now() - interval '31 days'", "1 day");
        var lockedId = jdbc.sql(
                        "SELECT min(CAST(id AS text)) FROM access.sessions WHERE user_agent = 'old' AND user_id = ?")
                .param(person.id())
                .query(String.class)
                .single();

        transaction.executeWithoutResult(status -> {
            jdbc.sql("SELECT id FROM access.sessions WHERE CAST(id AS text) = ? FOR UPDATE")
                    .param(lockedId)
                    .query(String.class)
                    .single();
            var other = new Thread(cleanup::deleteEndedSessions);
            other.start();
            join(other);
        });

        assertThat(remaining(person)).containsExactly("old");
        cleanup.deleteEndedSessions();
        assertThat(remaining(person)).isEmpty();
    }

    @Test
    void onlyOneInstanceRunsTheDailyCleanup() {
        var person = people.anyone();
        try {
            insert(person, "first", 1, "now() - interval '31 days'", "1 day");
            cleanup.daily();
            insert(person, "second", 1, "now() - interval '31 days'", "1 day");
            cleanup.daily();
        } finally {
            jdbc.sql("DELETE FROM platform.shedlock WHERE name = 'sweep-access'")
                    .update();
        }

        assertThat(remaining(person)).containsExactly("second");
    }

    @Test
    void validAndRecentlyExpiredTokensAreRetained() {
        var person = people.anyone().id();
        insertToken(person, "valid", "1 hour");
        insertToken(person, "expired just now", "-1 second");
        insertToken(person, "expired recently", "-6 days -23 hours");
        insertToken(person, "expired long ago", "-7 days -1 hour");

        cleanup.deleteExpiredTokens();

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
                INSERT INTO access.one_time_tokens (user_id, purpose, email, digest, created_at, expires_at)
                SELECT ?, n, '', sha256(CAST(gen_random_uuid() AS text)::bytea), now(),
                       now() - CASE WHEN n <= 2345 THEN interval '8 days' ELSE interval '1 day' END
                FROM generate_series(1, 3456) n""").param(person).update();

        cleanup.deleteExpiredTokens();

        assertThat(jdbc.sql("SELECT count(*) FROM access.one_time_tokens WHERE user_id = ?")
                        .param(person)
                        .query(Long.class)
                        .single())
                .isEqualTo(1_111);
    }

    private void insert(Person person, String name, int number, String endedAt, String expiresIn) {
        jdbc.sql("""
                INSERT INTO access.sessions (user_id, family_digest, current_digest, user_agent, created_at, last_used_at,
                                             ended_at, expires_at)
                SELECT ?, sha256(CAST(gen_random_uuid() AS text)::bytea), sha256(''), ?, now(), now(), %s,
                       now() + CAST(? AS interval)
                FROM generate_series(1, ?)""".formatted(endedAt))
                .params(person.id(), name, expiresIn, number)
                .update();
    }

    /** Returns the names of the inserted sessions. */
    private List<String> remaining(Person person) {
        return jdbc.sql("SELECT user_agent FROM access.sessions WHERE user_id = ? AND last_used_at = created_at"
                        + " AND user_agent NOT LIKE 'Java%' ORDER BY user_agent")
                .param(person.id())
                .query(String.class)
                .list();
    }

    private static void join(Thread thread) {
        try {
            thread.join(30_000);
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
        assertThat(thread.isAlive()).isFalse();
    }

    private void insertToken(UUID person, String purpose, String expiresIn) {
        jdbc.sql("""
                INSERT INTO access.one_time_tokens (user_id, purpose, email, digest, created_at, expires_at)
                VALUES (?, ?, '', sha256(CAST(gen_random_uuid() AS text)::bytea), now(), now() + CAST(? AS interval))""").params(person, purpose, expiresIn).update();
    }
}
