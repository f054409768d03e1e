package dev.stagedoor.favorite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
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
import tools.jackson.databind.json.JsonMapper;

@StagedoorTest
class FavoriteCreationTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    private FavoriteRows rows;

    @BeforeEach
    void open() {
        rows = new FavoriteRows(jdbc);
    }

    @Test
    void requestWithoutATokenReturns401() {
        http.post("/favorites", body(things.activity())).send().expectProblem(401, "unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"activityId\": null}"})
    void missingActivityIdIsRejected(String body) {
        var person = people.anyone();

        http.post("/favorites", body).as(person).send().expectFaults("activityId:required");

        assertThat(rows.count(person.id())).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"nope\"",
                "\"+0000000-0000-4000-8000-000000000001\"",
                "\"a0000000-000-40000-8000-000000000001\"",
                "\"oAAAAAAAQACAAAAAAAAAAQ==\"",
                "\" a0000000-0000-4000-8000-000000000001\"",
                "\"1-1-1-1-1\"",
                "\"g0000000-0000-4000-8000-000000000001\"",
                "\"a000000000004000800000000000000100000\"",
                "1",
                "1.5",
                "true",
                "[]",
                "{}",
                "[\"a0000000-0000-4000-8000-000000000001\"]"
            })
    void malformedActivityIdIsRejected(String value) {
        var person = people.anyone();

        http.post("/favorites", "{\"activityId\": %s}".formatted(value))
                .as(person)
                .send()
                .expectFaults("activityId:malformed");

        assertThat(rows.count(person.id())).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"userId", "id", "createdAt", "activity_id", "ActivityId"})
    void unknownFieldIsRejected(String field) {
        var person = people.anyone();
        var body = body(things.activity()).replace("{", "{\"%s\": null, ".formatted(field));

        http.post("/favorites", body).as(person).send().expectFaults(field + ":unknown");

        assertThat(rows.count(person.id())).isZero();
    }

    @Test
    void unknownActivityReturns404() {
        var person = people.anyone();

        http.post("/favorites", body(UUID.randomUUID())).as(person).send().expectProblem(404, "not-found");

        assertThat(rows.count(person.id())).isZero();
    }

    @Test
    void savedActivityReturns201WithItsLocation() {
        var person = people.anyone();
        var company = things.company();
        var activity = things.activity(company, "SERVICE", "Ropes & \"knots\" – für alle");
        jdbc.sql("UPDATE activities.activities SET image_url = 'https://images.example.com/a.jpg' WHERE id = ?")
                .param(activity)
                .update();
        var before = Instant.now().minusMillis(1);

        var answer = http.post("/favorites", body(activity)).as(person).send().expect(201);

        var row = rows.of(person.id()).get(0);
        assertThat(row.createdAt()).isBetween(before, Instant.now());
        assertThat(answer.header("Location")).isEqualTo("/favorites/" + activity);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json()).isEqualTo(JsonMapper.shared().readTree("""
                {"id": "%s", "activityId": "%s", "createdAt": "%s",
                 "activity": {"id": "%s", "title": "Ropes & \\"knots\\" – für alle", "type": "SERVICE",
                              "imageUrl": "https://images.example.com/a.jpg",
                              "company": {"id": "%s", "name": "Company %s"}}}""".formatted(
                        row.id(), activity, row.createdAt(), activity, company, company)));
        assertThat(http.get(answer.header("Location"))
                        .as(person)
                        .send()
                        .expect(200)
                        .json())
                .isEqualTo(answer.json());
    }

    @Test
    void missingImageIsNull() {
        var answer = http.post("/favorites", body(things.activity()))
                .as(people.anyone())
                .send()
                .expect(201);

        assertThat(answer.json().at("/activity").has("imageUrl")).isTrue();
        assertThat(answer.json().at("/activity/imageUrl").isNull()).isTrue();
    }

    @Test
    void savingTwiceReturnsTheSameRecord() {
        var person = people.anyone();
        var activity = things.activity();
        var first = http.post("/favorites", body(activity)).as(person).send().expect(201);

        var second = http.post("/favorites", body(activity)).as(person).send().expect(200);

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(rows.count(person.id())).isEqualTo(1);
    }

    @Test
    void savingAfterARemovalCreatesANewRecord() {
        var person = people.anyone();
        var activity = things.activity();
        var first = http.post("/favorites", body(activity)).as(person).send().expect(201);
        http.delete("/favorites/" + activity).as(person).send().expect(204);

        var second = http.post("/favorites", body(activity)).as(person).send().expect(201);

        assertThat(second.text("/id")).isNotEqualTo(first.text("/id"));
        assertThat(Instant.parse(second.text("/createdAt"))).isAfter(Instant.parse(first.text("/createdAt")));
    }

    @Test
    void activityCanBeSavedByManyUsers() {
        var mia = people.anyone();
        var noah = people.anyone();
        var activity = things.activity();

        http.post("/favorites", body(activity)).as(mia).send().expect(201);
        http.post("/favorites", body(activity)).as(noah).send().expect(201);

        assertThat(rows.of(mia.id())).hasSize(1).doesNotContainAnyElementsOf(rows.of(noah.id()));
    }

    private static String body(UUID activityId) {
        return "{\"activityId\": \"%s\"}".formatted(activityId);
    }
}
