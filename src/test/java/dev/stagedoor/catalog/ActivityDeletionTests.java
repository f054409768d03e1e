package dev.stagedoor.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class ActivityDeletionTests {

    private static final Instant SAVED = Instant.parse("2026-01-01T00:00:00Z");

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    @Test
    void callerWithoutPermissionIsRejected() {
        var company = things.company();
        var activity = things.activity(company);

        http.delete("/catalog/activities/" + activity).send().expectProblem(401, "unauthorized");
        http.delete("/catalog/activities/" + activity)
                .as(people.member(company, "OWNER"))
                .send()
                .expectProblem(403, "forbidden");

        assertThat(count("activities", "id", activity)).isEqualTo(1);
    }

    @Test
    void malformedIdReturns400() {
        http.delete("/catalog/activities/nope").as(people.admin()).send().expectProblem(400, "malformed-request");
    }

    @Test
    void deletingAnUnknownActivityReturns204() {
        http.delete("/catalog/activities/" + UUID.randomUUID())
                .as(people.admin())
                .send()
                .expect(204);
    }

    @Test
    void deletionRemovesFavoritesAndRemovals() {
        var admin = people.admin();
        var mia = people.anyone();
        var company = things.company();
        var activity = things.activity(company);
        var other = things.activity(company);
        things.favorite(mia.id(), activity, SAVED);
        things.favorite(mia.id(), other, SAVED);
        things.favorite(admin.id(), activity, SAVED);
        things.favorite(admin.id(), other, SAVED);
        http.delete("/favorites/" + activity).as(admin).send().expect(204);
        http.delete("/favorites/" + other).as(admin).send().expect(204);

        http.delete("/catalog/activities/" + activity).as(admin).send().expect(204);
        http.delete("/catalog/activities/" + activity).as(admin).send().expect(204);

        assertThat(count("activities", "id", activity)).isZero();
        assertThat(count("user_activity_favorites", "activity_id", activity)).isZero();
        assertThat(count("favorite_removals", "activity_id", activity)).isZero();
        assertThat(count("user_activity_favorites", "activity_id", other)).isEqualTo(1);
        assertThat(count("favorite_removals", "activity_id", other)).isEqualTo(1);
        assertThat(http.get("/favorites").as(mia).send().items("activityId")).containsExactly(other.toString());
        http.get("/activities/" + activity).send().expectProblem(404, "not-found");
    }

    @Test
    void deletionSubtractsTheAggregatesOfTheCompany() {
        var company = things.company();
        var activity = things.activity(company);
        things.favorite(people.anyone().id(), activity, Instant.now());
        var admin = people.admin();

        http.delete("/catalog/activities/" + activity).as(admin).send().expect(204);

        var figures = http.get("/analytics/favorites?companyId=" + company)
                .as(admin)
                .send()
                .expect(200);
        assertThat(figures.text("/totals/favoritesCount")).isEqualTo("0");
        assertThat(figures.text("/totals/added")).isEqualTo("0");
        assertThat(figures.items("activityId")).isEmpty();
    }

    private int count(String table, String column, UUID id) {
        return jdbc.sql("SELECT count(*) FROM activities.%s WHERE %s = ?".formatted(table, column))
                .param(id)
                .query(Integer.class)
                .single();
    }
}
