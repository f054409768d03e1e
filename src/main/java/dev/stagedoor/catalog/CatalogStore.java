package dev.stagedoor.catalog;

import static dev.stagedoor.platform.persistence.Columns.timestamp;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The catalog's rows, written by sets: one activity costs as many statements as a thousand. */
@Repository
@RequiredArgsConstructor
class CatalogStore {

    private static final String PUSHED = """
            unnest(CAST(:ids AS uuid[]), CAST(:companies AS uuid[]), CAST(:titles AS text[]), CAST(:types AS text[]),
                   CAST(:images AS text[])) AS pushed (id, company_id, title, type, image_url)""";

    private final JdbcClient jdbc;

    /** Whether the company was new; a known one gets the name. */
    boolean put(UUID id, String name, Instant now) {
        var added =
                jdbc.sql("""
                INSERT INTO companies.companies (id, name, created_at, updated_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO NOTHING""").params(id, name, timestamp(now), timestamp(now)).update();
        if (added == 0) {
            jdbc.sql("UPDATE companies.companies SET name = ?, updated_at = ? WHERE id = ? AND name <> ?")
                    .params(name, timestamp(now), id, name)
                    .update();
        }
        return added == 1;
    }

    /** Which of the companies exist; they stay until the transaction ends. */
    Set<UUID> known(List<UUID> companies) {
        return jdbc.sql(
                        "SELECT id FROM companies.companies WHERE id = ANY(CAST(:ids AS uuid[])) ORDER BY id FOR KEY SHARE")
                .param("ids", texts(companies, UUID::toString))
                .query(UUID.class)
                .set();
    }

    /** How many of the activities were new. */
    int add(List<CatalogActivityDto> activities, Instant now) {
        return bind("""
                INSERT INTO activities.activities (id, company_id, title, type, image_url, created_at, updated_at)
                SELECT id, company_id, title, type, image_url, :now, :now FROM %s ORDER BY id
                ON CONFLICT (id) DO NOTHING""", activities).param("now", timestamp(now)).update();
    }

    /** How many of the activities stood there otherwise. The rows are taken in the order of their ids. */
    int change(List<CatalogActivityDto> activities, Instant now) {
        return bind("""
                WITH taken AS (
                    SELECT id FROM activities.activities WHERE id = ANY(CAST(:ids AS uuid[]))
                    ORDER BY id FOR NO KEY UPDATE)
                UPDATE activities.activities a
                SET company_id = pushed.company_id, title = pushed.title, type = pushed.type,
                    image_url = pushed.image_url, updated_at = :now
                FROM taken, %s
                WHERE a.id = taken.id AND a.id = pushed.id
                  AND (a.company_id, a.title, a.type, a.image_url)
                      IS DISTINCT FROM (pushed.company_id, pushed.title, pushed.type, pushed.image_url)""", activities).param("now", timestamp(now)).update();
    }

    void deleteActivity(UUID id) {
        jdbc.sql("DELETE FROM activities.activities WHERE id = ?").param(id).update();
    }

    private StatementSpec bind(String sql, List<CatalogActivityDto> activities) {
        return jdbc.sql(sql.formatted(PUSHED))
                .param("ids", texts(activities, activity -> activity.id().toString()))
                .param(
                        "companies",
                        texts(activities, activity -> activity.companyId().toString()))
                .param("titles", texts(activities, CatalogActivityDto::title))
                .param("types", texts(activities, activity -> activity.type().name()))
                .param("images", texts(activities, CatalogActivityDto::imageUrl));
    }

    private static <T> String[] texts(List<T> values, Function<T, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }
}
