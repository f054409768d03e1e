package dev.stagedoor.favorite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pagination of favorites and validation of cursors. */
@StagedoorTest
class FavoritePageTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00.000001Z");
    private static final int NUMBER = 23;

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    private FavoriteRows rows;
    private Person person;
    private UUID company;

    @BeforeEach
    void saveInGroupsWithTheSameTime() {
        rows = new FavoriteRows(jdbc);
        person = people.anyone();
        company = things.company();
        IntStream.range(0, NUMBER)
                .forEach(each ->
                        things.favorite(person.id(), things.activity(company), START.plusNanos(each / 4 * 1_000L)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 22, 23, 24, 100})
    void pagesCoverTheWholeList(int limit) {
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = page(limit, cursor);
            assertThat(page.items()).hasSizeBetween(1, limit);
            seen.addAll(page.items());
            cursor = page.cursor();
        } while (cursor != null);

        assertThat(seen).containsExactlyElementsOf(rows.activities(person.id()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 22})
    void concurrentChangesNeitherSkipNorRepeatRows(int limit) {
        var before = rows.activities(person.id());
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = page(limit, cursor);
            seen.addAll(page.items());
            cursor = page.cursor();
            var last = page.items().get(page.items().size() - 1);
            http.delete("/favorites/" + last).as(person).send().expect(204);
            http.post("/favorites", "{\"activityId\": \"%s\"}".formatted(things.activity(company)))
                    .as(person)
                    .send()
                    .expect(201);
        } while (cursor != null);

        assertThat(seen).containsExactlyElementsOf(before);
    }

    @Test
    void removedFavoriteDisappearsFromLaterPages() {
        var before = rows.activities(person.id());
        var first = page(5, null);
        before.subList(5, 8)
                .forEach(id -> http.delete("/favorites/" + id).as(person).send().expect(204));

        assertThat(page(5, first.cursor()).items()).containsExactlyElementsOf(before.subList(8, 13));
    }

    @Test
    void filterAppliesToAllPages() {
        var service = things.activity(company, "SERVICE", "By arrangement");
        things.favorite(person.id(), service, START);
        var first = http.get("/favorites?limit=10&type=SLOT_BASED")
                .as(person)
                .send()
                .expect(200);

        var second = http.get("/favorites?limit=100&type=SLOT_BASED&cursor=" + first.text("/nextCursor"))
                .as(person)
                .send()
                .expect(200);

        assertThat(second.items("activityId")).hasSize(NUMBER - 10).doesNotContain(service.toString());
        assertThat(second.json().at("/nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "null", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%2B%2F", "a.b", "%00", "ä"})
    void malformedCursorReturns400(String cursor) {
        var text = cursor.equals("ä") ? "%C3%A4" : cursor;

        http.get("/favorites?cursor=" + text).as(person).send().expectProblem(400, "invalid-cursor");
    }

    @Test
    void manipulatedCursorReturns400() {
        var cursor = page(5, null).cursor();

        assertThat(IntStream.range(0, cursor.length()).mapToObj(place -> altered(cursor, place)))
                .allSatisfy(this::isInvalid);
        isInvalid(cursor.substring(0, cursor.length() - 2));
        isInvalid(cursor + "AA");
        isInvalid(cursor + cursor);
    }

    @Test
    void cursorOfAnotherUserReturns400() {
        var other = people.anyone();
        things.favorite(other.id(), things.activity(company), START);

        http.get("/favorites?cursor=" + page(5, null).cursor()).as(other).send().expectProblem(400, "invalid-cursor");
    }

    @Test
    void cursorOfAnotherFilterReturns400() {
        isInvalid(page(5, null).cursor() + "&type=SLOT_BASED");
        isInvalid(page(5, null).cursor() + "&activityId=" + things.activity(company));
        isInvalid(
                http.get("/favorites?limit=5&type=SLOT_BASED").as(person).send().text("/nextCursor"));
    }

    @Test
    void cursorOfAnotherListReturns400() {
        isInvalid(http.get("/activities?limit=5&companyId=" + company)
                .as(person)
                .send()
                .text("/nextCursor"));
        isInvalid(http.get("/analytics/favorites?limit=5&companyId=" + company)
                .as(people.admin())
                .send()
                .text("/nextCursor"));
        http.get("/activities?cursor=" + page(5, null).cursor())
                .as(person)
                .send()
                .expectProblem(400, "invalid-cursor");
    }

    private void isInvalid(String cursor) {
        http.get("/favorites?limit=5&cursor=" + cursor).as(person).send().expectProblem(400, "invalid-cursor");
    }

    private Page page(int limit, String cursor) {
        var answer = http.get("/favorites?limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor))
                .as(person)
                .send()
                .expect(200);
        var next = answer.json().at("/nextCursor");
        return new Page(answer.items("activityId"), next.isNull() ? null : next.asString());
    }

    private static String altered(String cursor, int place) {
        var other = cursor.charAt(place) == 'A' ? 'B' : 'A';
        return cursor.substring(0, place) + other + cursor.substring(place + 1);
    }

    private record Page(List<String> items, String cursor) {}
}
