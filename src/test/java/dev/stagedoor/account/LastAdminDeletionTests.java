package dev.stagedoor.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Together;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Uses its own application context and database, because it counts the admins. */
@StagedoorTest
@TestPropertySource(properties = "spring.application.name=last-admin")
@Tag("process")
class LastAdminDeletionTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void concurrentDeletionsLeaveOneAdmin() {
        var admins = List.of(people.admin(), people.admin(), people.admin());

        var answers = Together.run(3, index -> deleteAccount(admins.get(index)));

        assertThat(answers).filteredOn(status -> status == 200).hasSizeBetween(1, 2);
        assertThat(answers).contains(409).containsAnyOf(200);
        assertThat(activeAdmins()).isPositive();
        admins.forEach(this::deleteAccount);
        assertThat(activeAdmins()).isEqualTo(1);
    }

    private int deleteAccount(Person admin) {
        return http.post("/me/deletion", "{\"password\": \"%s\"}".formatted(People.PASSWORD))
                .as(admin)
                .send()
                .status();
    }

    private long activeAdmins() {
        return jdbc.sql("SELECT count(*) FROM users.users WHERE role = 'ADMIN' AND is_active")
                .query(Long.class)
                .single();
    }
}
