package dev.stagedoor.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The timeline of a company covers its current activities, including their history at other companies. */
@StagedoorTest
@ExtendWith(OutputCaptureExtension.class)
class CompanyAggregateTests {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 3);

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    AggregateRollup rollup;

    @Autowired
    AggregateRebuildJob recount;

    @Autowired
    JdbcClient jdbc;

    private UUID one;
    private UUID other;
    private UUID activity;

    @BeforeEach
    void createActivityWithRolledUpAndPendingChanges() {
        one = things.company();
        other = things.company();
        activity = things.activity(one);
        save(activity, DAY);
        save(activity, DAY.plusDays(2));
        rollup.rollUp();
        save(activity, DAY.plusDays(1));
    }

    @Test
    void movedActivityMovesItsAggregates() {
        save(things.activity(other), DAY);
        save(things.activity(one), DAY.plusDays(2));
        rollup.rollUp();

        move(other);

        assertThat(timeline(one)).containsExactly("0 0 0", "0 0 0", "0 0 0", "1 0 1");
        assertThat(timeline(other)).containsExactly("0 0 0", "2 0 2", "1 0 3", "1 0 4");
        rollup.rollUp();
        assertThat(timeline(other)).containsExactly("0 0 0", "2 0 2", "1 0 3", "1 0 4");
    }

    @Test
    void bulkMoveMovesItsAggregatesOnce() {
        var staying = things.activity(one);
        http.put("/catalog/activities", """
                        {"items": [%s, %s]}""".formatted(pushed(activity, other), pushed(staying, one)))
                .as(people.admin())
                .send()
                .expect(200);

        assertThat(timeline(one)).containsExactly("0 0 0", "0 0 0", "0 0 0", "0 0 0");
        assertThat(timeline(other)).containsExactly("0 0 0", "1 0 1", "1 0 2", "1 0 3");
    }

    @Test
    void deletedActivityDisappearsFromTheTimeline() {
        save(things.activity(one), DAY);
        rollup.rollUp();

        http.delete("/catalog/activities/" + activity).as(people.admin()).send().expect(204);

        assertThat(timeline(one)).containsExactly("0 0 0", "1 0 1", "0 0 1", "0 0 1");
    }

    @Test
    void rejectedMoveChangesNoAggregates() {
        var before = timeline(one);

        http.put("/catalog/activities/" + activity, body(UUID.randomUUID()))
                .as(people.admin())
                .send()
                .expectProblem(404, "not-found");

        assertThat(timeline(one)).isEqualTo(before).containsExactly("0 0 0", "1 0 1", "1 0 2", "1 0 3");
    }

    @Test
    void rebuildCorrectsTheAggregatesOfACompany(CapturedOutput log) {
        jdbc.sql("UPDATE activities.activities SET company_id = ? WHERE id = ?")
                .params(other, activity)
                .update();
        var right = List.of("0 0 0", "1 0 1", "1 0 2", "1 0 3");
        assertThat(timeline(other)).isNotEqualTo(right);

        assertThat(recount.run()).isTrue();

        assertThat(timeline(other)).isEqualTo(right);
        assertThat(timeline(one)).containsExactly("0 0 0", "0 0 0", "0 0 0", "0 0 0");
        assertThat(log).contains("Company " + one + ": the aggregates differed");
    }

    private void move(UUID company) {
        http.put("/catalog/activities/" + activity, body(company))
                .as(people.admin())
                .send()
                .expect(200);
    }

    private static String body(UUID company) {
        return """
                {"companyId": "%s", "title": "Moved", "type": "SERVICE"}""".formatted(company);
    }

    private static String pushed(UUID id, UUID company) {
        return body(company).replace("{", "{\"id\": \"%s\", ".formatted(id));
    }

    private void save(UUID saved, LocalDate day) {
        things.favorite(people.anyone().id(), saved, noon(day));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    /** Added, removed and current favorites, starting one day before the first change. */
    private List<String> timeline(UUID company) {
        return http.get("/analytics/favorites/timeline?companyId=%s&from=%s&to=%s"
                        .formatted(company, DAY.minusDays(1), DAY.plusDays(2)))
                .as(people.admin())
                .send()
                .expect(200)
                .json()
                .at("/points")
                .valueStream()
                .map(point ->
                        "%s %s %s".formatted(point.at("/added"), point.at("/removed"), point.at("/favoritesCount")))
                .toList();
    }
}
