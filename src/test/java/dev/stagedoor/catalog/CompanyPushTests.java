package dev.stagedoor.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import dev.stagedoor.support.Together;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class CompanyPushTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    private Person admin;

    @BeforeEach
    void signIn() {
        admin = people.admin();
    }

    @Test
    void requestWithoutCredentialsReturns401() {
        var id = UUID.randomUUID();

        http.put("/catalog/companies/" + id, "{\"name\": \"Northwall\"}").send().expectProblem(401, "unauthorized");

        assertThat(count(id)).isZero();
    }

    @Test
    void callerWithoutPermissionIsRejected() {
        var company = things.company();
        var before = row(company);

        http.put("/catalog/companies/" + company, "{\"name\": \"Mine\"}")
                .as(people.member(company, "OWNER"))
                .send()
                .expectProblem(403, "forbidden");

        assertThat(row(company)).isEqualTo(before);
    }

    @Test
    void malformedIdReturns400() {
        http.put("/catalog/companies/northwall", "{\"name\": \"Northwall\"}")
                .as(admin)
                .send()
                .expectProblem(400, "malformed-request");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                   | name:required
                    {"name": null}                       | name:required
                    {"name": "  "}                       | name:required
                    {"name": 1}                          | name:malformed
                    {"name": ["a"]}                      | name:malformed
                    {"name": "a\\nb"}                    | name:malformed
                    {"name": "a\\u0000"}                 | name:malformed
                    {"name": "a", "members": []}         | members:unknown
                    {"name": "a", "id": null}            | id:unknown
                    """)
    void bodyOfAnotherFormIsRejected(String body, String fault) {
        var id = UUID.randomUUID();

        http.put("/catalog/companies/" + id, body).as(admin).send().expectFaults(fault);

        assertThat(count(id)).isZero();
    }

    @Test
    void longNameIsRejected() {
        var company = things.company();
        var before = row(company);

        put(company, "n".repeat(201)).expectFaults("name:out-of-range");

        assertThat(row(company)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200})
    void nameOfUpTo200CharactersIsAccepted(int length) {
        var id = UUID.randomUUID();

        put(id, "ü".repeat(length)).expect(201);

        assertThat(row(id)).containsEntry("name", "ü".repeat(length));
    }

    @Test
    void secondPushReplacesTheCompany() {
        var id = UUID.randomUUID();

        var made = put(id, "Northwall").expect(201);
        var first = row(id);
        var replaced = put(id, "Northwall Climbing").expect(200);

        assertThat(made.body()).isEqualTo("{\"id\":\"%s\",\"name\":\"Northwall\"}".formatted(id));
        assertThat(replaced.body()).isEqualTo("{\"id\":\"%s\",\"name\":\"Northwall Climbing\"}".formatted(id));
        assertThat(row(id))
                .containsEntry("name", "Northwall Climbing")
                .containsEntry("created_at", first.get("created_at"))
                .doesNotContainEntry("updated_at", first.get("updated_at"));
    }

    @Test
    void repeatedPushChangesNothing() {
        var id = UUID.randomUUID();
        put(id, "Northwall").expect(201);
        var before = row(id);

        put(id, "Northwall").expect(200);

        assertThat(row(id)).isEqualTo(before);
    }

    @Test
    void activitiesShowTheNameOfTheCompany() {
        var company = things.company();
        var activity = things.activity(company);

        put(company, "Renamed").expect(200);

        assertThat(http.get("/activities/" + activity).send().text("/company/name"))
                .isEqualTo("Renamed");
    }

    @Test
    void concurrentPushesCreateOneCompany() {
        var id = UUID.randomUUID();

        var answers = Together.run(16, each -> put(id, "Northwall " + each % 2));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(count(id)).isEqualTo(1);
    }

    private Answer put(UUID id, String name) {
        return http.put("/catalog/companies/" + id, "{\"name\": \"%s\"}".formatted(name))
                .as(admin)
                .send();
    }

    private int count(UUID id) {
        return jdbc.sql("SELECT count(*) FROM companies.companies WHERE id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private Map<String, Object> row(UUID id) {
        return jdbc.sql("SELECT * FROM companies.companies WHERE id = ?")
                .param(id)
                .query()
                .singleRow();
    }
}
