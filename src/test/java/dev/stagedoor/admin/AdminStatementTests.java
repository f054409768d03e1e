package dev.stagedoor.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.StatementCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The number of SQL statements per call, including the one that authenticates the caller. */
@StagedoorTest
class AdminStatementTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    StatementCount statements;

    @ParameterizedTest
    @CsvSource({
        "/admin/users?limit=1, 4",
        "/admin/users?limit=100, 4",
        "/admin/audit-events?limit=1, 2",
        "/admin/audit-events?limit=100, 2",
        "/admin/api-keys, 2",
        "/admin/stats, 2"
    })
    void callExecutesAtMostThisNumberOfStatements(String path, int number) {
        var admin = people.admin();

        var sent = statements.during(() -> http.get(path).as(admin).send().expect(200));

        assertThat(sent).hasSizeLessThanOrEqualTo(number);
    }

    @Test
    void sessionListExecutesTwoStatements() {
        var person = people.anyone();
        people.signIn(person);

        assertThat(statements.during(
                        () -> http.get("/me/sessions").as(person).send().expect(200)))
                .hasSize(2);
    }
}
