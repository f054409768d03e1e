package dev.stagedoor.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class OldEmailCleanupTests {

    @Autowired
    People people;

    @Autowired
    OldEmailCleanup cleanup;

    @Autowired
    EmailRepository emails;

    @Autowired
    JdbcClient jdbc;

    private UUID person;

    @BeforeEach
    void registerUserWithoutEmails() {
        person = people.anyone().id();
        emails.deleteAll(person);
    }

    @Test
    void onlyEmailsThatWereFinishedLongAgoAreDeleted() {
        insert("pending for long", "90 days", null, true);
        insert("sent just now", "90 days", "1 second", false);
        insert("sent recently", "90 days", "29 days 23 hours", false);
        insert("sent long ago", "90 days", "30 days 1 hour", false);
        insert("given up recently", "29 days 23 hours", null, false);
        insert("given up long ago", "30 days 1 hour", null, false);

        cleanup.run();

        assertThat(remaining())
                .containsExactly("given up recently", "pending for long", "sent just now", "sent recently");
    }

    @Test
    void moreEmailsThanOneBatchAreDeleted() {
        for (var number = 0; number < 2; number++) {
            insert("new", "1 day", "1 day", false);
        }
        jdbc.sql("""
                INSERT INTO platform.mails (kind, user_id, created_at, sent_at)
                SELECT 'old', ?, now() - interval '31 days', now() - interval '31 days'
                FROM generate_series(1, 2345)""").param(person).update();

        cleanup.run();

        assertThat(remaining()).containsExactly("new", "new");
    }

    private void insert(String kind, String age, String sentBefore, boolean pending) {
        jdbc.sql("""
                INSERT INTO platform.mails (kind, user_id, created_at, sent_at, next_attempt_at)
                VALUES (?, ?, now() - CAST(? AS interval), now() - CAST(? AS interval), CASE WHEN ? THEN now() END)""").params(kind, person, age, sentBefore, pending).update();
    }

    private List<String> remaining() {
        return jdbc.sql("SELECT kind FROM platform.mails WHERE user_id = ? ORDER BY kind")
                .param(person)
                .query(String.class)
                .list();
    }
}
