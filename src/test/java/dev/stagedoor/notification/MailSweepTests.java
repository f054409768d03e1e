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
class MailSweepTests {

    @Autowired
    People people;

    @Autowired
    OldEmailCleanup sweep;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    private UUID person;

    @BeforeEach
    void somebodyWithoutMails() {
        person = people.anyone().id();
        outbox.forget(person);
    }

    @Test
    void keepsWhatWaitsAndWhatWasSentLately() {
        put("waits for long", "90 days", null, true);
        put("sent just now", "90 days", "1 second", false);
        put("sent lately", "90 days", "29 days 23 hours", false);
        put("sent long ago", "90 days", "30 days 1 hour", false);
        put("given up lately", "29 days 23 hours", null, false);
        put("given up long ago", "30 days 1 hour", null, false);

        sweep.sweep();

        assertThat(kept()).containsExactly("given up lately", "sent just now", "sent lately", "waits for long");
    }

    @Test
    void goesThroughManyInBatches() {
        for (var number = 0; number < 2; number++) {
            put("new", "1 day", "1 day", false);
        }
        jdbc.sql("""
                INSERT INTO platform.mails (kind, user_id, created_at, sent_at)
                SELECT 'old', ?, now() - interval '31 days', now() - interval '31 days'
                FROM generate_series(1, 2345)""").param(person).update();

        sweep.sweep();

        assertThat(kept()).containsExactly("new", "new");
    }

    private void put(String kind, String age, String sentBefore, boolean waits) {
        jdbc.sql("""
                INSERT INTO platform.mails (kind, user_id, created_at, sent_at, next_attempt_at)
                VALUES (?, ?, now() - CAST(? AS interval), now() - CAST(? AS interval), CASE WHEN ? THEN now() END)""").params(kind, person, age, sentBefore, waits).update();
    }

    private List<String> kept() {
        return jdbc.sql("SELECT kind FROM platform.mails WHERE user_id = ? ORDER BY kind")
                .param(person)
                .query(String.class)
                .list();
    }
}
