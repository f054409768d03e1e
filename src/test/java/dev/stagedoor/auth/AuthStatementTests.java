package dev.stagedoor.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.StatementCount;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The number of SQL statements per authentication call. */
@StagedoorTest
class AuthStatementTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    StatementCount statements;

    @Test
    void signInExecutesFourStatements() {
        var person = people.anyone();
        var body = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(person.email(), People.PASSWORD);

        assertThat(statements.during(() -> http.post("/auth/login", body).send().expect(200)))
                .hasSize(4);
    }

    @Test
    void rejectedSignInExecutesOneStatement() {
        var person = people.anyone();
        for (var email : new String[] {person.email(), People.anyEmail()}) {
            var body = "{\"email\": \"%s\", \"password\": \"not-the-password\"}".formatted(email);

            assertThat(statements.during(
                            () -> http.post("/auth/login", body).send().expect(401)))
                    .hasSize(1);
        }
    }

    @Test
    void refreshExecutesTwoStatements() {
        var person = people.anyone();
        var body = "{\"refreshToken\": \"%s\"}".formatted(person.refreshToken());

        assertThat(statements.during(
                        () -> http.post("/auth/refresh", body).send().expect(200)))
                .hasSize(2);
    }

    @Test
    void forgotPasswordExecutesTheSameStatementsForUnknownAccounts() {
        var person = people.anyone();
        var registered = statements.during(() -> forgot(person.email()));
        var unknown = statements.during(() -> forgot(People.anyEmail()));

        assertThat(registered).isEqualTo(unknown);
    }

    private void forgot(String email) {
        http.post("/auth/password/forgot", "{\"email\": \"%s\"}".formatted(email))
                .send()
                .expect(202);
    }
}
