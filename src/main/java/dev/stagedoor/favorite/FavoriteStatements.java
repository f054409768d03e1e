package dev.stagedoor.favorite;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.catalog.CompanyRefDto;
import dev.stagedoor.platform.persistence.ResultSets;
import dev.stagedoor.platform.persistence.UuidV7;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The favorites' rows, and what the figures have to know of each change. Every call is one statement, and atomic. */
@Repository
@RequiredArgsConstructor
class FavoriteStatements {

    /** Of every favorite {@code f}; what follows says of which. */
    static final String RECORDS = """
            SELECT f.id, f.created_at, a.id AS activity_id, a.title, a.type, a.image_url,
                   c.id AS company_id, c.name AS company_name
            FROM activities.user_activity_favorites f
            JOIN activities.activities a ON a.id = f.activity_id
            JOIN companies.companies c ON c.id = a.company_id
            """;

    private static final String OWN = RECORDS + "WHERE f.user_id = :user ";

    private final JdbcClient jdbc;

    Optional<FavoriteRecordDto> find(UUID userId, UUID activityId) {
        return jdbc.sql(OWN + "AND f.activity_id = :activity")
                .param("user", userId)
                .param("activity", activityId)
                .query(FavoriteStatements::record)
                .optional();
    }

    /** Newest first, from the row after the place of {@code page}; one row more than its limit where there is one. */
    List<FavoriteRecordDto> list(UUID userId, FavoriteFilter filter, FavoriteKeyset page) {
        var sql = new StringBuilder(OWN);
        if (filter.type() != null) {
            sql.append("AND a.type = :type ");
        }
        if (!filter.activityIds().isEmpty()) {
            sql.append("AND f.activity_id = ANY(CAST(:activities AS uuid[])) ");
        }
        if (!page.isFirst()) {
            sql.append("AND (f.created_at, f.id) < (:before, :beforeId) ");
        }
        var query = jdbc.sql(sql.append("ORDER BY f.created_at DESC, f.id DESC LIMIT :rows")
                        .toString())
                .param("user", userId)
                .param("rows", page.limit() + 1);
        return page.bind(filter.bind(query)).query(FavoriteStatements::record).list();
    }

    /**
     * Saves an activity unless that is done already or {@code room} favorites are there. Empty: no such activity.
     */
    Optional<Saving> save(UUID userId, UUID activityId, int room, Instant now) {
        return jdbc.sql("""
                WITH target AS (
                    SELECT a.id AS activity_id, a.title, a.type, a.image_url, c.id AS company_id, c.name AS company_name
                    FROM activities.activities a JOIN companies.companies c ON c.id = a.company_id
                    WHERE a.id = :activity),
                held AS (SELECT count(*) AS number FROM activities.user_activity_favorites WHERE user_id = :user),
                added AS (
                    INSERT INTO activities.user_activity_favorites (id, user_id, activity_id, created_at)
                    SELECT :id, :user, activity_id, :now FROM target, held WHERE held.number < :room
                    ON CONFLICT (user_id, activity_id) DO NOTHING
                    RETURNING id, activity_id, created_at),
                told AS (
                    INSERT INTO activities.favorite_changes (activity_id, day, added, removed)
                    SELECT activity_id, CAST(created_at AT TIME ZONE 'UTC' AS date), 1, 0 FROM added)
                SELECT COALESCE(added.id, f.id) AS id, COALESCE(added.created_at, f.created_at) AS created_at,
                       target.*, added.id IS NOT NULL AS is_new, held.number >= :room AS is_full
                FROM target CROSS JOIN held LEFT JOIN added ON true
                LEFT JOIN activities.user_activity_favorites f
                    ON f.user_id = :user AND f.activity_id = target.activity_id""")
                .param("id", UuidV7.next())
                .param("user", userId)
                .param("activity", activityId)
                .param("room", room)
                .param("now", timestamp(now))
                .query(FavoriteStatements::saving)
                .optional();
    }

    /**
     * Takes a favorite back and keeps, without the person, the days it stood. The activity's row comes first, as it does
     * when the activity is deleted: the two never wait for each other.
     */
    void remove(UUID userId, UUID activityId, Instant now) {
        jdbc.sql("""
                WITH activity AS (SELECT id FROM activities.activities WHERE id = :activity FOR KEY SHARE),
                removed AS (
                    DELETE FROM activities.user_activity_favorites f USING activity
                    WHERE f.user_id = :user AND f.activity_id = activity.id
                    RETURNING f.activity_id, f.created_at),
                told AS (
                    INSERT INTO activities.favorite_changes (activity_id, day, added, removed)
                    SELECT activity_id, :today, 0, 1 FROM removed)
                INSERT INTO activities.favorite_removals (activity_id, favorited_on, removed_on)
                SELECT activity_id, CAST(created_at AT TIME ZONE 'UTC' AS date), :today FROM removed""")
                .param("user", userId)
                .param("activity", activityId)
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    /** Takes all of a person's favorites back, in the same way. */
    void removeAll(UUID userId, Instant now) {
        jdbc.sql("""
                WITH activity AS (
                    SELECT id FROM activities.activities
                    WHERE id IN (SELECT activity_id FROM activities.user_activity_favorites WHERE user_id = :user)
                    ORDER BY id FOR KEY SHARE),
                removed AS (
                    DELETE FROM activities.user_activity_favorites f USING activity
                    WHERE f.user_id = :user AND f.activity_id = activity.id
                    RETURNING f.activity_id, f.created_at),
                told AS (
                    INSERT INTO activities.favorite_changes (activity_id, day, added, removed)
                    SELECT activity_id, :today, 0, 1 FROM removed)
                INSERT INTO activities.favorite_removals (activity_id, favorited_on, removed_on)
                SELECT activity_id, CAST(created_at AT TIME ZONE 'UTC' AS date), :today FROM removed""")
                .param("user", userId)
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    /** Lets nobody else who locks save for this person until the transaction ends; false where there is no such person. */
    boolean lock(UUID userId) {
        return jdbc.sql("SELECT 1 FROM users.users WHERE id = ? FOR NO KEY UPDATE")
                .param(userId)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    static Saving saving(ResultSet row, int number) throws SQLException {
        var saved = ResultSets.uuid(row, "id") == null ? null : record(row, number);
        return new Saving(saved, row.getBoolean("is_new"), row.getBoolean("is_full"));
    }

    static FavoriteRecordDto record(ResultSet row, int number) throws SQLException {
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

    /** What a try to save came to: the record that stands, whether this try made it, and whether there was no room. */
    record Saving(FavoriteRecordDto saved, boolean isNew, boolean isFull) {}
}
