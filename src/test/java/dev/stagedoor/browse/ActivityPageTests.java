package dev.stagedoor.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Order and pagination of the public catalog. */
@StagedoorTest
class ActivityPageTests {

    private static final int NUMBER = 22;

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    private UUID company;
    private List<UUID> activities;

    @BeforeEach
    void createActivitiesInGroupsWithTheSameTime() {
        company = things.company();
        activities = things.activities(company, NUMBER);
        IntStream.range(0, NUMBER)
                .forEach(each ->
                        jdbc.sql("""
                                UPDATE activities.activities SET created_at = '2026-01-01Z'::timestamptz
                                    + ? * interval '1 microsecond' WHERE id = ?""").params(each / 3, activities.get(each)).update());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 21, 22, 23, 100})
    void pagesCoverAllActivitiesNewestFirst(int limit) {
        assertThat(pages("", limit)).containsExactlyElementsOf(newest());
        assertThat(pages("&sort=newest", limit)).containsExactlyElementsOf(newest());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 21, 22, 23, 100})
    void pagesCoverAllActivitiesMostPopularFirst(int limit) {
        saveSome();

        var expected = jdbc.sql("""
                SELECT a.id FROM activities.activities a LEFT JOIN activities.user_activity_favorites f
                    ON f.activity_id = a.id
                WHERE a.company_id = ? GROUP BY a.id ORDER BY count(f.id) DESC, a.id""").param(company).query(String.class).list();
        assertThat(pages("&sort=popular", limit)).containsExactlyElementsOf(expected);
    }

    @Test
    void mostFavoritedActivityIsFirst() {
        saveSome();

        var list = http.get("/activities?sort=popular&limit=4&companyId=" + company)
                .send()
                .expect(200);

        assertThat(list.items("favoritesCount")).containsExactly("3", "2", "2", "1");
        assertThat(list.items("id").get(0)).isEqualTo(activities.get(7).toString());
    }

    @Test
    void defaultLimitIs20() {
        var list = http.get("/activities?companyId=" + company).send().expect(200);

        assertThat(list.items("id")).hasSize(20);
        assertThat(list.json().propertyNames()).containsExactlyInAnyOrder("items", "nextCursor");
    }

    @ParameterizedTest
    @CsvSource({"newest,1", "newest,4", "newest,21"})
    void concurrentChangesNeitherSkipNorRepeatRows(String sort, int limit) {
        var before = newest();
        var seen = new ArrayList<String>();
        var page = page("&sort=" + sort, limit, null);
        while (true) {
            seen.addAll(page.items("id"));
            things.activity(company);
            jdbc.sql("DELETE FROM activities.activities WHERE id = ?")
                    .param(UUID.fromString(seen.get(seen.size() - 1)))
                    .update();
            if (page.json().at("/nextCursor").isNull()) {
                break;
            }
            page = page("&sort=" + sort, limit, page.text("/nextCursor"));
        }

        assertThat(seen).containsExactlyElementsOf(before);
    }

    @Test
    void cursorOfADeletedActivityStillWorks() {
        saveSome();
        var before = pages("&sort=popular", 100);
        var first = page("&sort=popular", 2, null);
        jdbc.sql("DELETE FROM activities.activities WHERE id = ?")
                .param(UUID.fromString(before.get(1)))
                .update();
        things.activity(company);

        assertThat(page("&sort=popular", 2, first.text("/nextCursor")).items("id"))
                .containsExactlyElementsOf(before.subList(2, 4));
    }

    @Test
    void pagesAreEqualWithAndWithoutAToken() {
        var cursor = page("", 5, null).text("/nextCursor");

        var answer = http.get("/activities?limit=5&companyId=" + company + "&cursor=" + cursor)
                .as(people.anyone())
                .send()
                .expect(200);

        assertThat(answer.items("id")).containsExactlyElementsOf(newest().subList(5, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"&sort=popular", "&type=SLOT_BASED", "&search=activity"})
    void cursorOfAnotherQueryReturns400(String query) {
        var cursor = page("", 5, null).text("/nextCursor");

        http.get("/activities?companyId=" + company + "&cursor=" + cursor + query)
                .send()
                .expectProblem(400, "invalid-cursor");
    }

    @Test
    void cursorOfAnotherCompanyReturns400() {
        var cursor = page("", 5, null).text("/nextCursor");

        http.get("/activities?cursor=" + cursor).send().expectProblem(400, "invalid-cursor");
        http.get("/activities?companyId=" + things.company() + "&cursor=" + cursor)
                .send()
                .expectProblem(400, "invalid-cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "null", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%2B", "%00"})
    void malformedCursorReturns400(String cursor) {
        http.get("/activities?cursor=" + cursor).send().expectProblem(400, "invalid-cursor");
    }

    private void saveSome() {
        var crowd = List.of(people.anyone(), people.anyone(), people.anyone());
        var now = Instant.now();
        crowd.forEach(person -> things.favorite(person.id(), activities.get(7), now));
        crowd.subList(0, 2).forEach(person -> things.favorite(person.id(), activities.get(3), now));
        crowd.subList(1, 3).forEach(person -> things.favorite(person.id(), activities.get(20), now));
        crowd.subList(0, 1).forEach(person -> things.favorite(person.id(), activities.get(11), now));
    }

    private List<String> newest() {
        return jdbc.sql("SELECT id FROM activities.activities WHERE company_id = ? ORDER BY created_at DESC, id DESC")
                .param(company)
                .query(String.class)
                .list();
    }

    private List<String> pages(String query, int limit) {
        var seen = new ArrayList<String>();
        var page = page(query, limit, null);
        while (!page.json().at("/nextCursor").isNull()) {
            assertThat(page.items("id")).hasSize(limit);
            seen.addAll(page.items("id"));
            page = page(query, limit, page.text("/nextCursor"));
        }
        seen.addAll(page.items("id"));
        return seen;
    }

    private Answer page(String query, int limit, String cursor) {
        var at = cursor == null ? "" : "&cursor=" + cursor;
        return http.get("/activities?companyId=" + company + "&limit=" + limit + query + at)
                .send()
                .expect(200);
    }
}
