package dev.stagedoor.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.StatementCount;
import dev.stagedoor.support.Things;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Single activities for anonymous and signed-in callers. */
@StagedoorTest
class ActivityReadingTests {

    private static final Instant SAVED = Instant.parse("2026-01-01T00:00:00Z");

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

    @Test
    void unknownActivityReturns404() {
        http.get("/activities/" + UUID.randomUUID()).send().expectProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "nope", "1-1-1-1-1", "a0000000-0000-4000-8000-00000000000g"})
    void malformedIdReturns400(String id) {
        http.get("/activities/" + id).send().expectProblem(400, "malformed-request");
    }

    @Test
    void invalidTokenReturns401OnAPublicOperation() {
        var path = "/activities/" + things.activity();

        var answer = http.get(path).bearer("not-a-token").send().expectProblem(401, "unauthorized");
        http.get("/activities").bearer("not-a-token").send().expectProblem(401, "unauthorized");
        http.get("/activities").bearer(people.anyone().refreshToken()).send().expectProblem(401, "unauthorized");

        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void activityIsPublic() {
        var company = things.company();
        var activity = things.activity(company, "SERVICE", "Ropes & \"knots\" – für alle");
        jdbc.sql("""
                UPDATE activities.activities
                SET image_url = 'https://images.example.com/a.jpg', created_at = '2026-01-02T03:04:05.678901Z'
                WHERE id = ?""").param(activity).update();
        things.favorite(people.anyone().id(), activity, SAVED);
        things.favorite(people.anyone().id(), activity, SAVED);

        var answer = http.get("/activities/" + activity).send().expect(200);

        assertThat(answer.json()).isEqualTo(JsonMapper.shared().readTree("""
                {"id": "%s", "title": "Ropes & \\"knots\\" – für alle", "type": "SERVICE",
                 "imageUrl": "https://images.example.com/a.jpg", "company": {"id": "%s", "name": "Company %s"},
                 "favoritesCount": 2, "favorite": null, "createdAt": "2026-01-02T03:04:05.678901Z"}""".formatted(activity, company, company)));
        assertThat(http.get("/activities?companyId=" + company)
                        .send()
                        .expect(200)
                        .json()
                        .at("/items/0"))
                .isEqualTo(answer.json());
    }

    @Test
    void missingImageIsNull() {
        var activity = http.get("/activities/" + things.activity()).send().json();

        assertThat(activity.has("imageUrl")).isTrue();
        assertThat(activity.at("/imageUrl").isNull()).isTrue();
    }

    @Test
    void favoriteFlagConcernsTheCallerOnly() {
        var company = things.company();
        var saved = things.activity(company);
        var other = things.activity(company);
        var mia = people.anyone();
        var noah = people.anyone();
        things.favorite(mia.id(), saved, SAVED);
        things.favorite(noah.id(), other, SAVED);

        assertThat(http.get("/activities/" + saved).as(mia).send().text("/favorite"))
                .isEqualTo("true");
        assertThat(http.get("/activities/" + saved).as(noah).send().text("/favorite"))
                .isEqualTo("false");
        assertThat(http.get("/activities?companyId=" + company).as(mia).send().items("favorite"))
                .containsExactly("false", "true");
        assertThat(http.get("/activities?sort=popular&companyId=" + company)
                        .send()
                        .json()
                        .at("/items")
                        .valueStream())
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.at("/favorite").isNull()).isTrue());
    }

    @Test
    void favoritesCountFollowsSavesAndRemovals() {
        var activity = things.activity();
        var mia = people.anyone();
        var noah = people.anyone();
        var body = "{\"activityId\": \"%s\"}".formatted(activity);

        assertThat(count(activity)).isZero();
        http.post("/favorites", body).as(mia).send().expect(201);
        http.post("/favorites", body).as(mia).send().expect(200);
        http.post("/favorites", body).as(noah).send().expect(201);
        assertThat(count(activity)).isEqualTo(2);
        http.delete("/favorites/" + activity).as(mia).send().expect(204);
        assertThat(count(activity)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?sort=newest", "?sort=popular", "?search=activity", "?limit=100", "/one"})
    void requestWithoutATokenTakesOneStatement(String query) {
        var path = query.equals("/one") ? "/activities/" + things.activity() : "/activities" + query;

        assertThat(statements.during(() -> http.get(path).send().expect(200))).hasSize(1);
    }

    @Test
    void requestWithATokenTakesTwoStatements() {
        var person = people.anyone();

        assertThat(statements.during(() ->
                        http.get("/activities?limit=100").as(person).send().expect(200)))
                .hasSize(2);
    }

    private int count(UUID activity) {
        return http.get("/activities/" + activity)
                .send()
                .expect(200)
                .json()
                .at("/favoritesCount")
                .asInt();
    }
}
