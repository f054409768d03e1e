package dev.stagedoor.favorite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.favorite.FavoriteGroups.Pair;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is saved or taken back together is what each would have been alone. */
@StagedoorTest
class FavoriteBatchTests {

    @Autowired
    FavoriteGroups groups;

    @Autowired
    FavoriteStatements favorites;

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
    void open() {
        rows = new FavoriteRows(jdbc);
        mia = people.anyone();
        ben = people.anyone();
        activity = things.activity();
    }

    @Test
    void eachIsAnsweredInItsOwnPlace() {
        var standing = things.activity();
        things.favorite(ben.id(), standing, Instant.parse("2026-01-02T03:04:05Z"));

        var results = groups.saveAll(List.of(
                new Pair(mia.id(), activity),
                new Pair(mia.id(), UUID.randomUUID()),
                new Pair(ben.id(), standing),
                new Pair(ben.id(), activity)));

        assertThat(results).hasSize(4).allSatisfy(result -> assertThat(result).isPresent());
        assertThat(results.get(0).orElseThrow().orElseThrow().isNew()).isTrue();
        assertThat(results.get(1).orElseThrow()).isEmpty();
        assertThat(results.get(2).orElseThrow().orElseThrow())
                .satisfies(saving -> assertThat(saving.isNew()).isFalse())
                .satisfies(saving -> assertThat(saving.saved())
                        .isEqualTo(favorites.find(ben.id(), standing).orElseThrow()));
        assertThat(results.get(3).orElseThrow().orElseThrow().saved())
                .isEqualTo(favorites.find(ben.id(), activity).orElseThrow());
        assertThat(changes(activity)).isEqualTo("2 0");
    }

    @Test
    void theSameTwiceIsMadeOnceAndTheOtherIsLeftToDoAgain() {
        var results = groups.saveAll(List.of(new Pair(mia.id(), activity), new Pair(mia.id(), activity)));

        assertThat(results).filteredOn(result -> result.isPresent()).hasSize(1);
        assertThat(rows.count(mia.id())).isEqualTo(1);
        assertThat(changes(activity)).isEqualTo("1 0");
    }

    @Test
    void whoHasNoRoomIsToldSoAndTheOthersAreServed() {
        jdbc.sql("""
                WITH crowd AS (
                    INSERT INTO activities.activities (company_id, type, title)
                    SELECT company_id, 'SLOT_BASED', 'Crowd ' || number
                    FROM activities.activities, generate_series(1, 4000) AS number WHERE id = ? RETURNING id)
                INSERT INTO activities.user_activity_favorites (user_id, activity_id) SELECT ?, id FROM crowd""").params(activity, mia.id()).update();

        var results = groups.saveAll(List.of(new Pair(mia.id(), activity), new Pair(ben.id(), activity)));

        assertThat(results.get(0).orElseThrow().orElseThrow())
                .isEqualTo(new FavoriteStatements.Saving(null, false, true));
        assertThat(results.get(1).orElseThrow().orElseThrow().isNew()).isTrue();
    }

    @Test
    void whatIsTakenBackLeavesItsDaysAndWhatIsNoneLeavesNothing() {
        things.favorite(mia.id(), activity, Instant.parse("2026-01-02T03:04:05Z"));
        things.favorite(ben.id(), activity, Instant.parse("2026-01-03T03:04:05Z"));
        var other = things.activity();

        groups.removeAll(List.of(
                new Pair(mia.id(), activity),
                new Pair(mia.id(), other),
                new Pair(ben.id(), activity),
                new Pair(ben.id(), activity),
                new Pair(ben.id(), UUID.randomUUID())));

        assertThat(rows.count(mia.id()) + rows.count(ben.id())).isZero();
        assertThat(rows.removals(activity)).hasSize(2);
        assertThat(rows.removals(other)).isEmpty();
        assertThat(changes(activity)).isEqualTo("2 2");
    }

    /** What was added and removed, folded into the days or not yet. */
    private String changes(UUID activityId) {
        return jdbc.sql("""
                SELECT sum(added) || ' ' || sum(removed) FROM (
                    SELECT added, removed FROM activities.favorite_changes WHERE activity_id = :activity
                    UNION ALL
                    SELECT added, removed FROM activities.favorite_days WHERE activity_id = :activity) AS told""").param("activity", activityId).query(String.class).single();
    }
}
