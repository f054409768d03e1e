package dev.stagedoor.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Rollup and rebuild change the stored aggregates, but not the statistics. */
@StagedoorTest
@ExtendWith(OutputCaptureExtension.class)
class AggregateTests {

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
    AggregateRepository aggregates;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void rollupDoesNotChangeStatistics() {
        var company = things.company();
        var owner = people.member(company, "OWNER");
        var activity = things.activity(company);
        things.favorite(people.anyone().id(), activity, Instant.parse("2026-02-03T12:00:00Z"));
        rollup.rollUp();
        things.favorite(people.anyone().id(), activity, Instant.parse("2026-02-01T12:00:00Z"));
        things.favorite(people.anyone().id(), activity, Instant.parse("2026-02-05T12:00:00Z"));
        saveAndRemove(people.anyone(), activity);
        var waiting = told(owner, activity);

        rollup.rollUp();

        assertThat(waiting(activity)).isZero();
        assertThat(told(owner, activity)).isEqualTo(waiting);
        assertThat(days(activity))
                .extracting(row -> row.get("added") + " " + row.get("removed"))
                .containsExactly("1 0", "2 0", "3 0", "4 1");
    }

    @Test
    void secondInstanceDoesNotRollUpConcurrently() {
        var activity = things.activity();
        things.favorite(people.anyone().id(), activity, Instant.now());

        transaction.executeWithoutResult(status -> {
            aggregates.lock();
            var other = new Thread(rollup::rollUp);
            other.start();
            join(other);
        });

        assertThat(waiting(activity)).isEqualTo(1);
        rollup.rollUp();
        assertThat(waiting(activity)).isZero();
    }

    @Test
    void deletedActivityRemovesItsAggregates() {
        var activity = things.activity();
        things.favorite(people.anyone().id(), activity, Instant.now());
        rollup.rollUp();
        things.favorite(people.anyone().id(), activity, Instant.now());

        http.delete("/catalog/activities/" + activity).as(people.admin()).send().expect(204);
        rollup.rollUp();

        assertThat(waiting(activity)).isZero();
        assertThat(days(activity)).isEmpty();
    }

    @Test
    void rebuildCorrectsManualChanges(CapturedOutput log) {
        var activity = things.activity();
        var company = things.company();
        var owner = people.member(company, "OWNER");
        var untouched = things.activity(company);
        things.favorite(people.anyone().id(), activity, Instant.parse("2026-02-03T12:00:00Z"));
        things.favorite(people.anyone().id(), untouched, Instant.parse("2026-02-03T12:00:00Z"));
        rollup.rollUp();
        saveAndRemove(people.anyone(), untouched);
        var before = told(owner, untouched);
        jdbc.sql("INSERT INTO activities.user_activity_favorites (user_id, activity_id, created_at) VALUES (?, ?, ?)")
                .params(people.anyone().id(), activity, OffsetDateTime.parse("2026-02-01T12:00:00Z"))
                .update();
        assertThat(count(activity)).isEqualTo(1);

        assertThat(recount.run()).isTrue();

        assertThat(count(activity)).isEqualTo(2);
        assertThat(told(owner, untouched)).isEqualTo(before);
        assertThat(days(activity)).extracting(row -> row.get("added")).containsExactly(1L, 2L);
        assertThat(log.getOut()).containsPattern("\\[#{40}] (\\d+) of \\1");
        assertThat(log)
                .contains("Activity %s: stored 1 added and 0 removed, counted 2 and 0".formatted(activity))
                .doesNotContain("Activity " + untouched);
        assertThat(recount.run()).isTrue();
    }

    @Test
    void popularityIncludesPendingChanges() {
        var company = things.company();
        var folded = things.activity(company);
        var waiting = things.activity(company);
        var never = things.activity(company);
        things.favorite(people.anyone().id(), folded, Instant.now());
        rollup.rollUp();
        things.favorite(people.anyone().id(), waiting, Instant.now());
        things.favorite(people.anyone().id(), waiting, Instant.now());

        var path = "/activities?sort=popular&limit=1&companyId=" + company;
        var first = http.get(path).send().expect(200);
        var second =
                http.get(path + "&cursor=" + first.text("/nextCursor")).send().expect(200);
        var third =
                http.get(path + "&cursor=" + second.text("/nextCursor")).send().expect(200);

        assertThat(List.of(first.items("id"), second.items("id"), third.items("id")))
                .containsExactly(List.of(waiting.toString()), List.of(folded.toString()), List.of(never.toString()));
        assertThat(third.json().at("/nextCursor").isNull()).isTrue();
    }

    private void saveAndRemove(Person person, UUID activity) {
        http.post("/favorites", "{\"activityId\": \"%s\"}".formatted(activity))
                .as(person)
                .send()
                .expect(201);
        http.delete("/favorites/" + activity).as(person).send().expect(204);
    }

    private String told(Person owner, UUID activity) {
        var figures = http.get("/analytics/favorites?from=2026-02-02")
                .as(owner)
                .send()
                .expect(200);
        var timeline = http.get("/analytics/favorites/timeline?from=2026-01-31&activityId=" + activity)
                .as(owner)
                .send()
                .expect(200);
        return figures.body() + timeline.body() + count(activity);
    }

    private long count(UUID activity) {
        return http.get("/activities/" + activity)
                .send()
                .expect(200)
                .json()
                .at("/favoritesCount")
                .asLong();
    }

    private long waiting(UUID activity) {
        return jdbc.sql("SELECT count(*) FROM activities.favorite_changes WHERE activity_id = ?")
                .param(activity)
                .query(Long.class)
                .single();
    }

    private List<Map<String, Object>> days(UUID activity) {
        return jdbc.sql("SELECT added, removed FROM activities.favorite_days WHERE activity_id = ? ORDER BY day")
                .param(activity)
                .query()
                .listOfRows();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
