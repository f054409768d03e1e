package dev.stagedoor.favorite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.StatementCount;
import dev.stagedoor.support.Things;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The number of statements per request. Authentication is one statement. */
@StagedoorTest
class FavoriteStatementTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StatementCount statements;

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void listTakesTwoStatementsForAnySize(int number) {
        var person = people.anyone();
        new FavoriteRows(jdbc).fill(person.id(), things.company(), number);

        var sent = statements.during(() -> assertThat(http.get("/favorites?limit=100")
                        .as(person)
                        .send()
                        .expect(200)
                        .items("id"))
                .hasSize(number));

        assertThat(sent).hasSize(2);
        assertThat(sent.get(0)).contains("access.sessions");
        assertThat(sent.get(1)).contains("activities.user_activity_favorites");
    }

    @Test
    void saveTakesOneStatementAfterAuthentication() {
        var person = people.anyone();
        var body = "{\"activityId\": \"%s\"}".formatted(things.activity());

        assertThat(statements.during(
                        () -> http.post("/favorites", body).as(person).send().expect(201)))
                .hasSize(2);
        assertThat(statements.during(
                        () -> http.post("/favorites", body).as(person).send().expect(200)))
                .hasSize(1);
    }

    @Test
    void readAndRemovalTakeOneStatementAfterAuthentication() {
        var person = people.anyone();
        var path = "/favorites/" + things.activity();

        assertThat(statements.during(() -> http.get(path).as(person).send().expect(404)))
                .hasSize(2);
        assertThat(statements.during(() -> http.delete(path).as(person).send().expect(204)))
                .hasSize(1);
    }
}
