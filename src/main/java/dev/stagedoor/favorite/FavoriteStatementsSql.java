package dev.stagedoor.favorite;

import dev.stagedoor.access.ActiveCallers;
import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.catalog.CompanyRefDto;
import dev.stagedoor.favorite.FavoriteStatements.SaveOutcome.Status;
import dev.stagedoor.platform.persistence.ResultSets;
import dev.stagedoor.platform.persistence.UuidV7;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

@RequiredArgsConstructor
class FavoriteStatementsSql implements FavoriteStatements {

    private static final String SAVE = """
            WITH current_counts AS MATERIALIZED (
                SELECT u.user_id, (SELECT count(*) FROM activities.user_activity_favorites f
                                   WHERE f.user_id = u.user_id) AS current_count
                FROM (SELECT DISTINCT user_id FROM unnest(CAST(:users AS uuid[])) AS distinct_users (user_id)) u),
            input AS MATERIALIZED (
                SELECT i.*, activity.*, current_counts.current_count >= :limit AS is_full, %1$s AS is_authorized
                FROM unnest(CAST(:ids AS uuid[]), CAST(:users AS uuid[]), CAST(:activities AS uuid[]),
                            CAST(:times AS timestamptz[]), CAST(:sessions AS uuid[]), CAST(:issued AS timestamptz[]))
                    WITH ORDINALITY AS i (id, user_id, activity_id, created_at, session_id, token_issued_at, position)
                JOIN current_counts ON current_counts.user_id = i.user_id
                LEFT JOIN LATERAL (
                    SELECT a.title, a.type, a.image_url, c.id AS company_id, c.name AS company_name
                    FROM activities.activities a JOIN companies.companies c ON c.id = a.company_id
                    WHERE a.id = i.activity_id OFFSET 0) activity ON true),
            added AS (
                INSERT INTO activities.user_activity_favorites (id, user_id, activity_id, created_at)
                SELECT id, user_id, activity_id, created_at FROM input
                WHERE company_id IS NOT NULL AND NOT is_full AND is_authorized
                ORDER BY user_id, activity_id
                ON CONFLICT (user_id, activity_id) DO NOTHING
                RETURNING id, activity_id, created_at),
            logged AS (
                INSERT INTO activities.favorite_changes (activity_id, day, added, removed)
                SELECT activity_id, CAST(created_at AT TIME ZONE 'UTC' AS date), count(*), 0
                FROM added GROUP BY 1, 2)
            SELECT i.activity_id, i.title, i.type, i.image_url, i.company_id, i.company_name, i.is_full, i.is_authorized,
                   COALESCE(added.id, existing.id) AS id, COALESCE(added.created_at, existing.created_at) AS created_at,
                   added.id IS NOT NULL AS is_new
            FROM input i LEFT JOIN added ON added.id = i.id
            LEFT JOIN LATERAL (
                SELECT f.id, f.created_at FROM activities.user_activity_favorites f
                WHERE added.id IS NULL AND f.user_id = i.user_id AND f.activity_id = i.activity_id OFFSET 0) existing
                ON true
            ORDER BY i.position""".formatted(ActiveCallers.CONDITION);

    /** Locks the activities before the favorites, in the same order as deleting an activity does, to avoid deadlocks. */
    private static final String REMOVE = """
            WITH input AS MATERIALIZED (
                SELECT i.*, %s AS is_authorized
                FROM unnest(CAST(:users AS uuid[]), CAST(:activities AS uuid[]), CAST(:sessions AS uuid[]),
                            CAST(:issued AS timestamptz[]))
                    WITH ORDINALITY AS i (user_id, activity_id, session_id, token_issued_at, position)),
            activity AS MATERIALIZED (
                SELECT id FROM activities.activities WHERE id = ANY(CAST(:activities AS uuid[]))
                ORDER BY id FOR KEY SHARE),
            removed AS (
                DELETE FROM activities.user_activity_favorites WHERE id = ANY(ARRAY(
                    SELECT existing.id FROM input i JOIN activity ON activity.id = i.activity_id
                    CROSS JOIN LATERAL (
                        SELECT f.id FROM activities.user_activity_favorites f
                        WHERE f.user_id = i.user_id AND f.activity_id = i.activity_id OFFSET 0) existing
                    WHERE i.is_authorized))
                RETURNING activity_id, created_at),
            logged AS (
                INSERT INTO activities.favorite_changes (activity_id, day, added, removed)
                SELECT activity_id, :today, 0, count(*) FROM removed GROUP BY activity_id),
            dated AS (
                INSERT INTO activities.favorite_removals (activity_id, favorited_on, removed_on)
                SELECT activity_id, CAST(created_at AT TIME ZONE 'UTC' AS date), :today FROM removed)
            SELECT is_authorized FROM input ORDER BY position""".formatted(ActiveCallers.CONDITION);

    /** The limit is a literal, because a generic plan assumes that a bound limit returns 10 % of the rows. */
    private static final String PAGES = """
            SELECT i.position, page.*
            FROM unnest(CAST(:users AS uuid[])) WITH ORDINALITY AS i (user_id, position)
            CROSS JOIN LATERAL (
                SELECT f.id, f.created_at, a.id AS activity_id, a.title, a.type, a.image_url,
                       c.id AS company_id, c.name AS company_name
                FROM activities.user_activity_favorites f
                JOIN activities.activities a ON a.id = f.activity_id
                JOIN companies.companies c ON c.id = a.company_id
                WHERE f.user_id = i.user_id %s
                ORDER BY f.created_at DESC, f.id DESC LIMIT %s) page
            ORDER BY i.position, page.created_at DESC, page.id DESC""";

    private final JdbcClient jdbc;

    @Override
    public List<SaveOutcome> save(List<SaveRequest> requests, int limit) {
        return jdbc.sql(SAVE)
                .param("ids", texts(requests, request -> UuidV7.next()))
                .param("users", texts(requests, SaveRequest::userId))
                .param("activities", texts(requests, SaveRequest::activityId))
                .param("times", texts(requests, SaveRequest::createdAt))
                .param("sessions", ActiveCallers.sessionIds(requests, SaveRequest::caller))
                .param("issued", ActiveCallers.tokenIssueTimes(requests, SaveRequest::caller))
                .param("limit", limit)
                .query((row, number) -> outcome(row))
                .list();
    }

    @Override
    public List<Boolean> remove(List<FavoriteKey> keys, LocalDate today) {
        return jdbc.sql(REMOVE)
                .param("users", texts(keys, FavoriteKey::userId))
                .param("activities", texts(keys, FavoriteKey::activityId))
                .param("sessions", ActiveCallers.sessionIds(keys, FavoriteKey::caller))
                .param("issued", ActiveCallers.tokenIssueTimes(keys, FavoriteKey::caller))
                .param("today", today)
                .query(Boolean.class)
                .list();
    }

    @Override
    public List<List<FavoriteRecordDto>> pages(
            List<UUID> userIds, FavoriteFilter filter, @Nullable FavoriteKeyset after, int size) {
        List<List<FavoriteRecordDto>> pages = Stream.generate(ArrayList<FavoriteRecordDto>::new)
                .limit(userIds.size())
                .collect(ArrayList::new, List::add, List::addAll);
        var query = jdbc.sql(PAGES.formatted(filter.condition() + FavoriteKeyset.condition(after), size))
                .param("users", UuidV7.texts(userIds));
        FavoriteKeyset.bind(after, filter.bind(query)).query(row -> {
            pages.get(row.getInt("position") - 1).add(favorite(row));
        });
        return pages;
    }

    private static <T> String[] texts(List<T> items, Function<T, Object> value) {
        return items.stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    private static SaveOutcome outcome(ResultSet row) throws SQLException {
        if (!row.getBoolean("is_authorized")) {
            return new SaveOutcome(Status.UNAUTHORIZED, null);
        }
        if (row.getString("company_id") == null) {
            return new SaveOutcome(Status.UNKNOWN_ACTIVITY, null);
        }
        if (row.getString("id") != null) {
            return new SaveOutcome(row.getBoolean("is_new") ? Status.CREATED : Status.EXISTING, favorite(row));
        }
        return new SaveOutcome(row.getBoolean("is_full") ? Status.LIMIT_REACHED : Status.CONCURRENTLY_CREATED, null);
    }

    private static FavoriteRecordDto favorite(ResultSet row) throws SQLException {
        var activityId = ResultSets.uuid(row, "activity_id");
        var activity = new FavoriteActivityDto(
                activityId,
                row.getString("title"),
                ActivityType.valueOf(row.getString("type")),
                row.getString("image_url"),
                new CompanyRefDto(ResultSets.uuid(row, "company_id"), row.getString("company_name")));
        return new FavoriteRecordDto(
                ResultSets.uuid(row, "id"), activityId, ResultSets.instant(row, "created_at"), activity);
    }
}
