package dev.stagedoor.favorite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.favorite.FavoriteRows.Removal;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reading and removing a favorite. */
@StagedoorTest
class FavoriteRemovalTests {

    private static final Instant LONG_AGO = Instant.parse("2024-02-29T10:00:00Z");

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
        var person = people.anyone();
        var activity = things.activity();
        things.favorite(person.id(), activity, LONG_AGO);

        http.get("/favorites/" + activity).send().expectProblem(401, "unauthorized");
        http.delete("/favorites/" + activity).send().expectProblem(401, "unauthorized");

        assertThat(rows.count(person.id())).isEqualTo(1);
        assertThat(rows.removals(activity)).isEmpty();
    }

    @Test
    void malformedIdReturns400() {
        http.delete("/favorites/nope").as(people.anyone()).send().expectProblem(400, "malformed-request");
    }

    @Test
    void unsavedActivityReturns404() {
        var person = people.anyone();

        http.get("/favorites/" + things.activity()).as(person).send().expectProblem(404, "not-found");
        http.get("/favorites/" + UUID.randomUUID()).as(person).send().expectProblem(404, "not-found");
    }

    @Test
    void savedActivityIsReturned() {
        var person = people.anyone();
        var activity = things.activity();
        things.favorite(person.id(), activity, LONG_AGO);

        var answer = http.get("/favorites/" + activity).as(person).send().expect(200);

        assertThat(answer.text("/id"))
                .isEqualTo(rows.of(person.id()).get(0).id().toString());
        assertThat(answer.text("/createdAt")).isEqualTo("2024-02-29T10:00:00.000000Z");
    }

    @Test
    void favoriteOfAnotherUserReturns404() {
        var mia = people.anyone();
        var noah = people.anyone();
        var activity = things.activity();
        things.favorite(mia.id(), activity, LONG_AGO);

        http.get("/favorites/" + activity).as(noah).send().expectProblem(404, "not-found");
        assertThat(http.get("/favorites").as(noah).send().expect(200).items("id"))
                .isEmpty();
        assertThat(http.get("/favorites?activityId=" + activity)
                        .as(noah)
                        .send()
                        .expect(200)
                        .items("id"))
                .isEmpty();
    }

    @Test
    void removalDoesNotAffectOtherUsers() {
        var mia = people.anyone();
        var noah = people.anyone();
        var activity = things.activity();
        things.favorite(mia.id(), activity, LONG_AGO);

        http.delete("/favorites/" + activity).as(noah).send().expect(204);

        assertThat(rows.count(mia.id())).isEqualTo(1);
        assertThat(rows.removals(activity)).isEmpty();
    }

    @Test
    void repeatedRemovalIsRecordedOnce() {
        var person = people.anyone();
        var activity = things.activity();
        var other = things.activity();
        things.favorite(person.id(), activity, LONG_AGO);
        things.favorite(person.id(), other, LONG_AGO);

        var answer = http.delete("/favorites/" + activity).as(person).send().expect(204);
        http.delete("/favorites/" + activity).as(person).send().expect(204);

        assertThat(answer.body()).isEmpty();
        assertThat(rows.activities(person.id())).containsExactly(other.toString());
        assertThat(rows.removals(activity)).hasSize(1);
        http.get("/favorites/" + activity).as(person).send().expectProblem(404, "not-found");
    }

    @Test
    void removalOfAnUnknownActivityReturns204() {
        var unknown = UUID.randomUUID();

        http.delete("/favorites/" + unknown).as(people.anyone()).send().expect(204);

        assertThat(rows.removals(unknown)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29T00:00:00Z,2024-02-29",
        "2024-02-28T23:59:59.999999Z,2024-02-28",
        "2024-02-29T23:59:59.999999Z,2024-02-29",
        "2023-12-31T23:30:00Z,2023-12-31"
    })
    void removalKeepsTheUtcDatesOfTheFavorite(Instant createdAt, LocalDate day) {
        var person = people.anyone();
        var activity = things.activity();
        things.favorite(person.id(), activity, createdAt);
        var before = LocalDate.now(ZoneOffset.UTC);

        http.delete("/favorites/" + activity).as(person).send().expect(204);

        assertThat(rows.removals(activity))
                .singleElement()
                .isIn(new Removal(day, before), new Removal(day, LocalDate.now(ZoneOffset.UTC)));
    }

    @Test
    void removalContainsNoUserId() {
        assertThat(jdbc.sql("""
                        SELECT column_name || ' ' || data_type FROM information_schema.columns
                        WHERE table_schema = 'activities' AND table_name = 'favorite_removals'""").query(String.class).list())
                .containsExactlyInAnyOrder("id bigint", "activity_id uuid", "favorited_on date", "removed_on date");
    }
}
