package dev.stagedoor.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class TimelineTests {

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
        member = people.member(company, "ANALYST");
    }

    @ParameterizedTest
    @CsvSource({
        "interval=year, interval",
        "interval=Day, interval",
        "interval=1, interval",
        "activityId=x, activityId",
        "from=2026-13-01, from",
        "to=yesterday, to",
        "companyId=1, companyId"
    })
    void malformedParameterReturns400(String query, String field) {
        var answer = timeline(query).expectProblem(400, "malformed-request");

        assertThat(answer.text("/detail")).contains(field);
    }

    @ParameterizedTest
    @CsvSource({"from=2026-02-02&to=2026-02-01, to:out-of-range", "from=2000-01-01&to=2026-01-01, to:out-of-range"})
    void invalidDateRangeReturns400(String query, String fault) {
        timeline(query).expectFaults(fault);
    }

    @Test
    void foreignCompanyAndActivityAreNotRevealed() {
        var foreign = things.company();

        timeline("companyId=" + foreign).expectProblem(403, "forbidden");
        timeline("companyId=" + UUID.randomUUID()).expectProblem(403, "forbidden");
        var theirs = timeline("activityId=" + things.activity(foreign)).expectProblem(404, "not-found");
        var nobodys = timeline("activityId=" + UUID.randomUUID()).expectProblem(404, "not-found");
        assertThat(theirs.text("/detail")).isEqualTo(nobodys.text("/detail"));
        http.get("/analytics/favorites/timeline?companyId=" + company).send().expectProblem(401, "unauthorized");
    }

    @Test
    void defaultTimelineHas30DailyPoints() {
        var today = LocalDate.now(ZoneOffset.UTC);

        var answer = timeline("").expect(200).json();

        assertThat(answer.propertyNames()).containsExactly("companyId", "interval", "points");
        assertThat(answer.at("/companyId").asString()).isEqualTo(company.toString());
        assertThat(answer.at("/interval").asString()).isEqualTo("day");
        assertThat(answer.at("/points")).hasSize(30);
        assertThat(answer.at("/points/0/date").asString())
                .isEqualTo(today.minusDays(29).toString());
        assertThat(answer.at("/points/29/date").asString()).isEqualTo(today.toString());
        assertThat(answer.at("/points/29/favoritesCount").asLong()).isZero();
    }

    @Test
    void dailyIntervalsAreCounted() {
        var activity = things.activity(company);
        favorite(activity, "2026-01-31T23:59:59.999999Z");
        favorite(activity, "2026-02-01T00:00:00Z");
        favorite(activity, "2026-02-03T12:00:00Z");
        removed(activity, "2026-02-01", "2026-02-03");

        assertThat(points("from=2026-02-01&to=2026-02-04"))
                .containsExactly("2026-02-01 2 0 3", "2026-02-02 0 0 3", "2026-02-03 1 1 3", "2026-02-04 0 0 3");
    }

    @Test
    void weeklyIntervalsFollowIsoWeeksWithinTheRange() {
        var activity = things.activity(company);
        favorite(activity, "2025-12-29T12:00:00Z");
        favorite(activity, "2025-12-31T12:00:00Z");
        favorite(activity, "2026-01-04T12:00:00Z");
        favorite(activity, "2026-01-05T12:00:00Z");
        favorite(activity, "2026-01-20T12:00:00Z");

        assertThat(points("interval=week&from=2025-12-30&to=2026-01-12"))
                .containsExactly("2025-12-29 2 0 3", "2026-01-05 1 0 4", "2026-01-12 0 0 4");
    }

    @Test
    void monthlyIntervalsAreCounted() {
        var activity = things.activity(company);
        favorite(activity, "2026-01-01T00:00:00Z");
        favorite(activity, "2026-01-31T23:00:00Z");
        favorite(activity, "2026-03-01T00:00:00Z");

        assertThat(points("interval=month&from=2026-01-01&to=2026-03-31"))
                .containsExactly("2026-01-01 2 0 2", "2026-02-01 0 0 2", "2026-03-01 1 0 3");
    }

    @Test
    void timelineCoversOneActivityOrTheCompany() {
        var one = things.activity(company);
        favorite(one, "2026-02-01T12:00:00Z");
        favorite(things.activity(company), "2026-02-01T12:00:00Z");
        favorite(things.activity(things.company()), "2026-02-01T12:00:00Z");

        assertThat(points("from=2026-02-01&to=2026-02-01")).containsExactly("2026-02-01 2 0 2");
        assertThat(points("from=2026-02-01&to=2026-02-01&activityId=" + one)).containsExactly("2026-02-01 1 0 1");
    }

    @Test
    void csvEqualsTheJsonTimeline() {
        favorite(things.activity(company), "2026-02-01T12:00:00Z");

        var csv = http.get("/analytics/favorites/timeline?from=2026-02-01&to=2026-02-02")
                .as(member)
                .header("Accept", "text/csv")
                .send()
                .expect(200);

        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;header=present;charset=UTF-8");
        assertThat(csv.body())
                .isEqualTo("date,added,removed,favoritesCount\r\n2026-02-01,1,0,1\r\n2026-02-02,0,0,1\r\n");
    }

    private void favorite(UUID activity, String moment) {
        things.favorite(people.anyone().id(), activity, Instant.parse(moment));
    }

    /** Inserts the row of a removed favorite. */
    private void removed(UUID activity, String from, String to) {
        jdbc.sql("INSERT INTO activities.favorite_removals (activity_id, favorited_on, removed_on) VALUES (?, ?, ?)")
                .params(activity, LocalDate.parse(from), LocalDate.parse(to))
                .update();
        jdbc.sql("""
                INSERT INTO activities.favorite_changes (activity_id, day, added, removed)
                VALUES (:activity, :from, 1, 0), (:activity, :to, 0, 1)""")
                .param("activity", activity)
                .param("from", LocalDate.parse(from))
                .param("to", LocalDate.parse(to))
                .update();
    }

    private List<String> points(String query) {
        return timeline(query)
                .expect(200)
                .json()
                .at("/points")
                .valueStream()
                .map(point -> "%s %s %s %s"
                        .formatted(
                                point.at("/date").asString(),
                                point.at("/added"),
                                point.at("/removed"),
                                point.at("/favoritesCount")))
                .toList();
    }

    private Answer timeline(String query) {
        return http.get("/analytics/favorites/timeline?" + query).as(member).send();
    }
}
