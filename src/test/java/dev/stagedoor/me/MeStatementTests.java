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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the busiest calls cost: one statement to know the caller, and one for the work. */
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
    void somebody() {
        person = people.anyone();
    }

    @Test
    void readingMeTakesTwo() {
        expectStatements(2, http.get("/me"));
    }

    @Test
    void readingAgainTakesNone() {
        http.get("/me").as(person).send().expect(200);

        var sent = statements.during(() -> {
            http.get("/me").as(person).send().expect(200);
            http.get("/me/notification-preferences").as(person).send().expect(200);
        });

        assertThat(sent).isEmpty();
    }

    @Test
    void whoComesByAnotherSessionIsOnlyRecognised() {
        http.get("/me").as(person).send().expect(200);
        var elsewhere = people.signIn(person);

        var sent = statements.during(() -> http.get("/me").as(elsewhere).send().expect(200));

        assertThat(sent).singleElement().asString().contains("access.sessions");
    }

    @Test
    void readingMeTakesTwoWithManyCompaniesToo() {
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

    @Test
    void readingThePreferencesTakesTwo() {
        expectStatements(2, http.get("/me/notification-preferences"));
    }

    @Test
    void changingThePreferencesTakesTwo() {
        expectStatements(2, http.patch("/me/notification-preferences", "{\"emailEnabled\": true}"));
    }

    @Test
    void readingTheBackgroundTakesTwo() {
        expectStatements(2, http.get("/me/background"));
    }

    private void expectStatements(int number, Http.Call call) {
        var sent = statements.during(() -> call.as(person).send().expect(200));

        assertThat(sent).hasSize(number);
        assertThat(sent.get(0)).contains("access.sessions");
    }
}
