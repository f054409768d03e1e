package dev.stagedoor.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Order and pagination of the statistics. */
@StagedoorTest
class AnalyticsPageTests {

    private static final int NUMBER = 55;
    private static final Instant SAVED = Instant.parse("2026-03-01T09:08:07.654321Z");

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
    private List<Person> crowd;

    @BeforeEach
    void saveWithManyTies() {
        company = things.company();
        member = people.member(company, "ANALYST");
        crowd = Stream.generate(people::anyone).limit(3).toList();
        var activities = things.activities(company, NUMBER);
        IntStream.range(0, NUMBER)
                .forEach(each -> crowd.stream()
                        .limit(each % 4)
                        .forEach(person -> things.favorite(person.id(), activities.get(each), SAVED)));
    }

    @Test
    void mostFavoritedActivityIsFirst() {
        var answer = read(company, "limit=200");

        assertThat(answer.items("activityId")).containsExactlyElementsOf(ranking());
        assertThat(answer.items("favoritesCount").subList(0, 13)).containsOnly("3");
        assertThat(answer.json().at("/nextCursor").isNull()).isTrue();
        assertThat(read(company, "").items("activityId"))
                .containsExactlyElementsOf(ranking().subList(0, 50));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 13, 54, 55, 56, 200})
    void pagesCoverTheWholeRanking(int limit) {
        var seen = new ArrayList<String>();
        var page = read(company, "limit=" + limit);
        var totals = page.json().at("/totals");
        while (!page.json().at("/nextCursor").isNull()) {
            assertThat(page.items("activityId")).hasSize(limit);
            assertThat(page.json().at("/totals")).isEqualTo(totals);
            seen.addAll(page.items("activityId"));
            page = read(company, "limit=" + limit + "&cursor=" + page.text("/nextCursor"));
        }
        seen.addAll(page.items("activityId"));

        assertThat(seen).containsExactlyElementsOf(ranking());
    }

    @Test
    void cursorOfADeletedRowStillWorks() {
        var before = ranking();
        var first = read(company, "limit=5");
        jdbc.sql("DELETE FROM activities.activities WHERE id = ?")
                .param(UUID.fromString(before.get(4)))
                .update();
        things.activity(company);

        assertThat(read(company, "limit=5&cursor=" + first.text("/nextCursor")).items("activityId"))
                .containsExactlyElementsOf(before.subList(5, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%2B", "%00"})
    void malformedCursorReturns400(String cursor) {
        http.get("/analytics/favorites?cursor=" + cursor).as(member).send().expectProblem(400, "invalid-cursor");
    }

    @Test
    void cursorOfAnotherQueryReturns400() {
        var other = things.company();
        things.activities(other, 3);
        jdbc.sql("INSERT INTO companies.company_members (company_id, user_id, role) VALUES (?, ?, 'OWNER')")
                .params(other, member.id())
                .update();
        var cursor = read(company, "from=2026-03-01&to=2026-03-02&limit=1").text("/nextCursor");

        assertThat(read(company, "from=2026-03-01&to=2026-03-02&limit=1&cursor=" + cursor)
                        .items("activityId"))
                .containsExactly(ranking().get(1));
        isInvalid(member, company, "from=2026-03-01&to=2026-03-03&limit=1&cursor=" + cursor);
        isInvalid(member, company, "limit=1&cursor=" + cursor);
        isInvalid(member, company, "from=2026-03-01&to=2026-03-02&type=SLOT_BASED&limit=1&cursor=" + cursor);
        isInvalid(member, other, "from=2026-03-01&to=2026-03-02&limit=1&cursor=" + cursor);
    }

    @Test
    void cursorOfAnotherCallerReturns400() {
        var cursor = read(company, "limit=1").text("/nextCursor");

        isInvalid(people.member(company, "ANALYST"), company, "limit=1&cursor=" + cursor);
        isInvalid(people.admin(), company, "limit=1&cursor=" + cursor);
    }

    @Test
    void responseContainsNoUserIdsOrTimes() {
        var activity = ranking().get(0);
        http.delete("/favorites/" + activity).as(crowd.get(0)).send().expect(204);

        var body = read(company, "limit=200&from=2026-03-01").body();

        assertThat(crowd)
                .allSatisfy(person -> assertThat(body)
                        .doesNotContainIgnoringCase(person.id().toString())
                        .doesNotContain(person.email()));
        assertThat(body)
                .contains(activity)
                .doesNotContain(member.id().toString(), member.email(), "@")
                .doesNotContain("2026-03-01T", "09:08:07", "654321")
                .doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}")
                .doesNotContainIgnoringCase("user")
                .doesNotContainIgnoringCase("createdAt");
    }

    private List<String> ranking() {
        return jdbc.sql("""
                SELECT a.id FROM activities.activities a LEFT JOIN activities.user_activity_favorites f
                    ON f.activity_id = a.id
                WHERE a.company_id = ? GROUP BY a.id ORDER BY count(f.id) DESC, a.id""").param(company).query(String.class).list();
    }

    private void isInvalid(Person caller, UUID companyId, String query) {
        call(caller, companyId, query).expectProblem(400, "invalid-cursor");
    }

    private Answer read(UUID companyId, String query) {
        return call(member, companyId, query).expect(200);
    }

    private Answer call(Person caller, UUID companyId, String query) {
        return http.get("/analytics/favorites?companyId=" + companyId + "&" + query)
                .as(caller)
                .send();
    }
}
