package dev.stagedoor.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class AnalyticsCsvTests {

    private static final String HEADER = "activityId,title,type,favoritesCount,added,removed\r\n";

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    private UUID company;
    private Person member;

    @BeforeEach
    void createMember() {
        company = things.company();
        member = people.member(company, "OWNER");
    }

    @Test
    void csvReturnsTheSameErrorsAsJson() {
        csv("companyId=" + things.company()).expectProblem(403, "forbidden");
        csv("from=2026-02-02&to=2026-02-01").expectFaults("to:out-of-range");
        csv("limit=0").expectFaults("limit:out-of-range");
        csv("limit=x").expectProblem(400, "malformed-request");
        csv("cursor=x").expectProblem(400, "invalid-cursor");
        http.get("/analytics/favorites").header("Accept", "text/csv").send().expectProblem(401, "unauthorized");
        http.get("/analytics/favorites")
                .as(member)
                .header("Accept", "application/xml")
                .send()
                .expectProblem(406, "not-acceptable");
    }

    @Test
    void csvHasOneLinePerActivityInOrderOfFavorites() {
        var plain = things.activity(company, "SERVICE", "Rope, and \"more\"");
        var formula = things.activity(company, "SLOT_BASED", "=HYPERLINK(\"x\")");
        things.favorite(people.anyone().id(), formula, Instant.now());

        var answer = csv("").expect(200);

        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"favorites.csv\"");
        assertThat(answer.body())
                .isEqualTo(HEADER + formula + ",\"'=HYPERLINK(\"\"x\"\")\",SLOT_BASED,1,1,0\r\n" + plain
                        + ",\"Rope, and \"\"more\"\"\",SERVICE,0,0,0\r\n");
    }

    @Test
    void csvContainsAllActivitiesWithoutALimit() {
        jdbc.sql("""
                INSERT INTO activities.activities (company_id, title, type)
                SELECT ?, 'Activity ' || n, 'SERVICE' FROM generate_series(1, 3000) n""").param(company).update();

        assertThat(csv("").expect(200).body().lines()).hasSize(3001);
        assertThat(csv("limit=200").expect(200).body().lines()).hasSize(201);
        assertThat(csv("type=SLOT_BASED").expect(200).body()).isEqualTo(HEADER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/*", "application/json, text/csv;q=0.5"})
    void jsonIsTheDefaultFormat(String accept) {
        var answer = http.get("/analytics/favorites")
                .as(member)
                .header("Accept", accept)
                .send()
                .expect(200);

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }

    private Answer csv(String query) {
        return http.get("/analytics/favorites?" + query)
                .as(member)
                .header("Accept", "text/csv")
                .send();
    }
}
