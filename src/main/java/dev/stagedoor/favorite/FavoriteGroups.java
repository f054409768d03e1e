package dev.stagedoor.favorite;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.favorite.FavoriteStatements.Saving;
import dev.stagedoor.platform.persistence.Batcher;
import dev.stagedoor.platform.persistence.UuidV7;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Saves and removals of different people at once; each means what it means in {@link FavoriteStatements}. */
@Repository
class FavoriteGroups {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Batcher<Pair, Optional<Saving>> saves;
    private final Batcher<Pair, Boolean> removals;

    FavoriteGroups(JdbcClient jdbc, FavoriteStatements favorites, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.saves = Batcher.ofWrites(
                pair -> favorites.save(pair.user(), pair.activity(), FavoriteService.CROWDED, clock.instant()),
                this::saveAll);
        this.removals = Batcher.ofWrites(
                pair -> {
                    favorites.remove(pair.user(), pair.activity(), clock.instant());
                    return true;
                },
                this::removeAll);
    }

    /** As {@link FavoriteStatements#save}, where there is room for many more. */
    Optional<Saving> save(UUID userId, UUID activityId) {
        return saves.call(new Pair(userId, activityId));
    }

    void remove(UUID userId, UUID activityId) {
        removals.call(new Pair(userId, activityId));
    }

    /** In the order of their keys, so that two instances never wait for each other. */
    List<Optional<Optional<Saving>>> saveAll(List<Pair> pairs) {
        return jdbc.sql("""
                WITH wanted AS MATERIALIZED (
                    SELECT w.id, w.user_id, w.activity_id, w.place, target.*,
                           (SELECT count(*) FROM activities.user_activity_favorites held
                            WHERE held.user_id = w.user_id) >= :room AS is_full
                    FROM unnest(CAST(:ids AS uuid[]), CAST(:users AS uuid[]), CAST(:activities AS uuid[]))
                        WITH ORDINALITY AS w (id, user_id, activity_id, place)
                    LEFT JOIN LATERAL (
                        SELECT a.title, a.type, a.image_url, c.id AS company_id, c.name AS company_name
                        FROM activities.activities a JOIN companies.companies c ON c.id = a.company_id
                        WHERE a.id = w.activity_id OFFSET 0) target ON true),
                added AS (
                    INSERT INTO activities.user_activity_favorites (id, user_id, activity_id, created_at)
                    SELECT id, user_id, activity_id, :now FROM wanted WHERE company_id IS NOT NULL AND NOT is_full
                    ORDER BY user_id, activity_id
                    ON CONFLICT (user_id, activity_id) DO NOTHING
                    RETURNING id, activity_id, created_at),
                told AS (
                    INSERT INTO activities.favorite_changes (activity_id, day, added, removed)
                    SELECT activity_id, CAST(created_at AT TIME ZONE 'UTC' AS date), count(*), 0
                    FROM added GROUP BY 1, 2)
                SELECT w.activity_id, w.title, w.type, w.image_url, w.company_id, w.company_name, w.is_full,
                       COALESCE(added.id, f.id) AS id, COALESCE(added.created_at, f.created_at) AS created_at,
                       added.id IS NOT NULL AS is_new
                FROM wanted w LEFT JOIN added ON added.id = w.id
                LEFT JOIN LATERAL (
                    SELECT s.id, s.created_at FROM activities.user_activity_favorites s
                    WHERE added.id IS NULL AND s.user_id = w.user_id AND s.activity_id = w.activity_id OFFSET 0) f ON true
                ORDER BY w.place""")
                .param(
                        "ids",
                        UuidV7.texts(Stream.generate(UuidV7::next)
                                .limit(pairs.size())
                                .toList()))
                .param("users", ids(pairs, Pair::user))
                .param("activities", ids(pairs, Pair::activity))
                .param("room", FavoriteService.CROWDED)
                .param("now", timestamp(clock.instant()))
                .query((row, number) -> row.getString("company_id") == null
                        ? Optional.of(Optional.<Saving>empty())
                        : Optional.of(FavoriteStatements.saving(row, number))
                                .filter(saving -> saving.saved() != null || saving.isFull())
                                .map(Optional::of))
                .list();
    }

    List<Optional<Boolean>> removeAll(List<Pair> pairs) {
        jdbc.sql("""
                WITH wanted AS (
                    SELECT user_id, activity_id
                    FROM unnest(CAST(:users AS uuid[]), CAST(:activities AS uuid[])) AS w (user_id, activity_id)),
                activity AS MATERIALIZED (
                    SELECT id FROM activities.activities WHERE id = ANY(CAST(:activities AS uuid[]))
                    ORDER BY id FOR KEY SHARE),
                removed AS (
                    DELETE FROM activities.user_activity_favorites WHERE id = ANY(ARRAY(
                        SELECT f.id FROM wanted w JOIN activity ON activity.id = w.activity_id
                        CROSS JOIN LATERAL (
                            SELECT s.id FROM activities.user_activity_favorites s
                            WHERE s.user_id = w.user_id AND s.activity_id = w.activity_id OFFSET 0) f))
                    RETURNING activity_id, created_at),
                told AS (
                    INSERT INTO activities.favorite_changes (activity_id, day, added, removed)
                    SELECT activity_id, :today, 0, count(*) FROM removed GROUP BY activity_id)
                INSERT INTO activities.favorite_removals (activity_id, favorited_on, removed_on)
                SELECT activity_id, CAST(created_at AT TIME ZONE 'UTC' AS date), :today FROM removed""")
                .param("users", ids(pairs, Pair::user))
                .param("activities", ids(pairs, Pair::activity))
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return pairs.stream().map(pair -> Optional.of(true)).toList();
    }

    private static String[] ids(List<Pair> pairs, Function<Pair, UUID> id) {
        return UuidV7.texts(pairs.stream().map(id).toList());
    }

    record Pair(UUID user, UUID activity) {}
}
