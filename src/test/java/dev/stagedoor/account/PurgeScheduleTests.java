package dev.stagedoor.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class PurgeScheduleTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    AccountPurge purge;

    @Autowired
    JdbcClient jdbc;

    @Test
    void onlyOneInstanceRunsTheDailyPurge() {
        var first = deletedAccount();
        purge.daily();
        assertThat(exists(first)).isFalse();

        var second = deletedAccount();
        purge.daily();

        assertThat(exists(second)).isTrue();
        assertThat(jdbc.sql("SELECT name FROM platform.shedlock WHERE lock_until > timezone('utc', now())")
                        .query(String.class)
                        .list())
                .contains("purge-accounts");
    }

    private UUID deletedAccount() {
        var person = people.anyone();
        http.post("/me/deletion", "{\"password\": \"%s\"}".formatted(People.PASSWORD))
                .as(person)
                .send()
                .expect(200);
        jdbc.sql("UPDATE users.users SET updated_at = updated_at - interval '31 days' WHERE id = ?")
                .param(person.id())
                .update();
        return person.id();
    }

    private boolean exists(UUID userId) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM users.users WHERE id = ?)")
                .param(userId)
                .query(Boolean.class)
                .single();
    }
}
