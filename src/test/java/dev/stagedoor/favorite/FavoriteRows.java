package dev.stagedoor.favorite;

import dev.stagedoor.platform.persistence.ResultSets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes favorites in the database. */
final class FavoriteRows {

    private final JdbcClient jdbc;

    FavoriteRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first; favorites with the same time in the order of their ids. */
    List<Row> of(UUID userId) {
        return jdbc.sql("""
                SELECT * FROM activities.user_activity_favorites WHERE user_id = ? ORDER BY created_at DESC, id DESC""")
                .param(userId)
                .query((row, number) -> new Row(
                        ResultSets.uuid(row, "id"),
                        ResultSets.uuid(row, "activity_id"),
                        ResultSets.instant(row, "created_at")))
                .list();
    }

    /** The ids of the saved activities in the JSON format, newest first. */
    List<String> activities(UUID userId) {
        return of(userId).stream().map(row -> row.activityId().toString()).toList();
    }

    int count(UUID userId) {
        return jdbc.sql("SELECT count(*) FROM activities.user_activity_favorites WHERE user_id = ?")
                .param(userId)
                .query(Integer.class)
                .single();
    }

    List<Removal> removals(UUID activityId) {
        return jdbc.sql("SELECT * FROM activities.favorite_removals WHERE activity_id = ? ORDER BY id")
                .param(activityId)
                .query((row, number) -> new Removal(
                        row.getObject("favorited_on", LocalDate.class), row.getObject("removed_on", LocalDate.class)))
                .list();
    }

    /** Creates activities of a company and saves them for a user. */
    void fill(UUID userId, UUID companyId, int number) {
        jdbc.sql("""
                WITH made AS (
                    INSERT INTO activities.activities (company_id, type, title)
                    SELECT :company, 'SERVICE', 'One of many' FROM generate_series(1, :number) RETURNING id)
                INSERT INTO activities.user_activity_favorites (user_id, activity_id) SELECT :user, id FROM made""")
                .param("company", companyId)
                .param("number", number)
                .param("user", userId)
                .update();
    }

    record Row(UUID id, UUID activityId, Instant createdAt) {}

    record Removal(LocalDate favoritedOn, LocalDate removedOn) {}
}
