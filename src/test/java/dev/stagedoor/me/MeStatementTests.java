package dev.stagedoor.me;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.StatementCount;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The number of SQL statements of the most frequent calls: one to authenticate, and one for the operation. */
@StagedoorTest
class MeStatementTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    StatementCount statements;

    @Autowired
    JdbcClient jdbc;

    private Person person;

    @BeforeEach
    void createUser() {
        person = people.anyone();
    }

    @Test
    void firstReadExecutesTwoStatements() {
        expectStatements(2, http.get("/me"));
    }

    @Test
    void cachedReadExecutesNoStatements() {
        http.get("/me").as(person).send().expect(200);

        var executed = statements.during(() -> http.get("/me").as(person).send().expect(200));

        assertThat(executed).isEmpty();
    }

    @Test
    void newSessionExecutesOnlyTheAuthenticationStatement() {
        http.get("/me").as(person).send().expect(200);
        var otherSession = people.signIn(person);

        var executed =
                statements.during(() -> http.get("/me").as(otherSession).send().expect(200));

        assertThat(executed).singleElement().asString().contains("access.sessions");
    }

    @Test
    void readWithManyCompaniesExecutesTwoStatements() {
        for (var each = 0; each < 5; each++) {
            var company = UUID.randomUUID();
            jdbc.sql("INSERT INTO companies.companies (id, name) VALUES (?, 'Company')")
                    .param(company)
                    .update();
            jdbc.sql("INSERT INTO companies.company_members (company_id, user_id, role) VALUES (?, ?, 'OWNER')")
                    .params(company, person.id())
                    .update();
        }

        expectStatements(2, http.get("/me"));
    }

    /** The categories are cached for one second. */
    @Test
    void preferencesReadExecutesTwoStatements() {
        var executed = statements.during(
                () -> http.get("/me/notification-preferences").as(person).send().expect(200));

        assertThat(executed)
                .filteredOn(sql -> !sql.contains("notification_categories"))
                .hasSize(2);
    }

    @Test
    void preferencesUpdateExecutesTwoStatements() {
        var executed = statements.during(() -> http.patch("/me/notification-preferences", "{\"emailEnabled\": true}")
                .as(person)
                .send()
                .expect(200));

        assertThat(executed)
                .filteredOn(sql -> !sql.contains("notification_categories"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | {\"firstName\": \"Maja\"}",
                "5 | {\"timezone\": \"Europe/Berlin\"}",
                "7 | {\"firstName\": \"Maja\", \"settings\": {\"theme\": \"dark\"}}"
            })
    void conditionalUpdateChecksTheCallerAndReadsAndLocksInOneStatementEach(int number, String change) {
        var tag = http.get("/me").as(person).send().header("ETag");

        var executed = statements.during(() -> http.patch("/me", change)
                .header("If-Match", tag)
                .as(person)
                .send()
                .expect(200));

        assertThat(executed).hasSize(number);
    }

    @Test
    void backgroundReadExecutesTwoStatements() {
        expectStatements(2, http.get("/me/background"));
    }

    private void expectStatements(int number, Http.Call call) {
        var executed = statements.during(() -> call.as(person).send().expect(200));

        assertThat(executed).hasSize(number);
        assertThat(executed.get(0)).contains("access.sessions");
    }
}
