package dev.stagedoor.favorite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.favorite.FavoriteStatements.FavoriteKey;
import dev.stagedoor.favorite.FavoriteStatements.SaveOutcome;
import dev.stagedoor.favorite.FavoriteStatements.SaveOutcome.Status;
import dev.stagedoor.favorite.FavoriteStatements.SaveRequest;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A batch has the same effects as its calls executed one by one. */
@StagedoorTest
class FavoriteBatchTests {

    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00.123456Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    @Autowired
    FavoriteRepository favorites;

    @Autowired
    FavoriteService service;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    private FavoriteRows rows;
    private Person mia;
    private Person ben;
    private UUID activity;

    @BeforeEach
    void register() {
        rows = new FavoriteRows(jdbc);
        mia = people.anyone();
        ben = people.anyone();
        activity = things.activity();
    }

    @Test
    void everyRequestGetsItsOwnOutcome() {
        var existing = things.activity();
        things.favorite(ben.id(), existing, Instant.parse("2026-01-02T03:04:05Z"));

        var outcomes = favorites.save(
                List.of(
                        request(mia, activity),
                        request(mia, UUID.randomUUID()),
                        request(ben, existing),
                        request(ben, activity)),
                FavoriteService.LOCK_THRESHOLD);

        assertThat(outcomes)
                .extracting(SaveOutcome::status)
                .containsExactly(Status.CREATED, Status.UNKNOWN_ACTIVITY, Status.EXISTING, Status.CREATED);
        assertThat(outcomes.get(2).favorite()).isEqualTo(service.find(ben.id(), existing));
        assertThat(outcomes.get(3).favorite()).isEqualTo(service.find(ben.id(), activity));
        assertThat(changes(activity)).isEqualTo("2 0");
    }

    @Test
    void duplicateRequestsCreateOneFavorite() {
        var outcomes =
                favorites.save(List.of(request(mia, activity), request(mia, activity)), FavoriteService.LOCK_THRESHOLD);

        assertThat(outcomes)
                .extracting(SaveOutcome::status)
                .containsExactlyInAnyOrder(Status.CREATED, Status.CONCURRENTLY_CREATED);
        assertThat(rows.count(mia.id())).isEqualTo(1);
        assertThat(changes(activity)).isEqualTo("1 0");
    }

    @Test
    void fullListDoesNotAffectOtherUsersOfTheBatch() {
        jdbc.sql("""
                WITH many AS (
                    INSERT INTO activities.activities (company_id, type, title)
                    SELECT company_id, 'SLOT_BASED', 'Activity ' || number
                    FROM activities.activities, generate_series(1, 4000) AS number WHERE id = ? RETURNING id)
                INSERT INTO activities.user_activity_favorites (user_id, activity_id) SELECT ?, id FROM many""").params(activity, mia.id()).update();

        var outcomes =
                favorites.save(List.of(request(mia, activity), request(ben, activity)), FavoriteService.LOCK_THRESHOLD);

        assertThat(outcomes.get(0)).isEqualTo(new SaveOutcome(Status.LIMIT_REACHED, null));
        assertThat(outcomes.get(1).status()).isEqualTo(Status.CREATED);
    }

    @Test
    void removalKeepsTheDatesAndIgnoresUnknownKeys() {
        things.favorite(mia.id(), activity, Instant.parse("2026-01-02T03:04:05Z"));
        things.favorite(ben.id(), activity, Instant.parse("2026-01-03T03:04:05Z"));
        var other = things.activity();

        favorites.remove(
                List.of(
                        new FavoriteKey(mia.id(), activity, null),
                        new FavoriteKey(mia.id(), other, null),
                        new FavoriteKey(ben.id(), activity, null),
                        new FavoriteKey(ben.id(), activity, null),
                        new FavoriteKey(ben.id(), UUID.randomUUID(), null)),
                TODAY);

        assertThat(rows.count(mia.id()) + rows.count(ben.id())).isZero();
        assertThat(rows.removals(activity)).hasSize(2);
        assertThat(rows.removals(other)).isEmpty();
        assertThat(changes(activity)).isEqualTo("2 2");
    }

    private static SaveRequest request(Person person, UUID activityId) {
        return new SaveRequest(person.id(), activityId, NOW, null);
    }

    /** The numbers of added and removed favorites, rolled up or pending. */
    private String changes(UUID activityId) {
        return jdbc.sql("""
                SELECT sum(added) || ' ' || sum(removed) FROM (
                    SELECT added, removed FROM activities.favorite_changes WHERE activity_id = :activity
                    UNION ALL
                    SELECT added, removed FROM activities.favorite_days WHERE activity_id = :activity) AS logged""").param("activity", activityId).query(String.class).single();
    }
}
