package dev.stagedoor.catalog;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.catalog.CatalogChanged.Difference;
import dev.stagedoor.platform.persistence.UuidV7;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Set-based statements on companies and activities: the number of statements does not depend on the number of rows. */
@Repository
@RequiredArgsConstructor
class CatalogRepository {

    private static final String INPUT = """
            unnest(CAST(:ids AS uuid[]), CAST(:companies AS uuid[]), CAST(:titles AS text[]), CAST(:types AS text[]),
                   CAST(:images AS text[])) AS input (id, company_id, title, type, image_url)""";

    private final JdbcClient jdbc;

    /** Inserts or renames a company. Returns empty if nothing changed. */
    Optional<Difference> put(CompanyRefDto company, Instant now) {
        var added = jdbc.sql("""
                INSERT INTO companies.companies (id, name, created_at, updated_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO NOTHING""")
                .params(company.id(), company.name(), timestamp(now), timestamp(now))
                .update();
        return added == 1 ? Optional.of(new Difference(null, company)) : rename(company, now);
    }

    private Optional<Difference> rename(CompanyRefDto company, Instant now) {
        return jdbc.sql("""
                WITH locked AS (SELECT id, name FROM companies.companies WHERE id = :id FOR NO KEY UPDATE)
                UPDATE companies.companies c SET name = :name, updated_at = :now FROM locked
                WHERE c.id = locked.id AND locked.name <> :name
                RETURNING locked.name AS name_before""")
                .param("id", company.id())
                .param("name", company.name())
                .param("now", timestamp(now))
                .query(String.class)
                .optional()
                .map(before -> new Difference(new CompanyRefDto(company.id(), before), company));
    }

    /** Returns and locks the existing companies, so that they cannot be deleted before the transaction ends. */
    Set<UUID> lockCompanies(List<UUID> companies) {
        return jdbc.sql(
                        "SELECT id FROM companies.companies WHERE id = ANY(CAST(:ids AS uuid[])) ORDER BY id FOR KEY SHARE")
                .param("ids", UuidV7.texts(companies))
                .query(UUID.class)
                .set();
    }

    /** Inserts the activities that do not exist. */
    List<Difference> add(List<CatalogActivityDto> activities, Instant now) {
        return bind("""
                INSERT INTO activities.activities (id, company_id, title, type, image_url, created_at, updated_at)
                SELECT id, company_id, title, type, image_url, :now, :now FROM %s ORDER BY id
                ON CONFLICT (id) DO NOTHING
                RETURNING id, company_id, title, type, image_url""", activities).param("now", timestamp(now)).query(CatalogActivityDto.class).stream()
                .map(added -> new Difference(null, added))
                .toList();
    }

    /** Locks all activities in the order of their ids, and returns those that belong to another company. */
    List<UUID> lockAndFindMoving(List<CatalogActivityDto> activities) {
        return bind("""
                WITH locked AS (
                    SELECT id, company_id FROM activities.activities WHERE id = ANY(CAST(:ids AS uuid[]))
                    ORDER BY id FOR NO KEY UPDATE)
                SELECT locked.id FROM locked JOIN %s ON input.id = locked.id
                WHERE input.company_id <> locked.company_id ORDER BY locked.id""", activities).query(UUID.class).list();
    }

    /** Updates the activities that differ. */
    List<Difference> change(List<CatalogActivityDto> activities, Instant now) {
        var after = activities.stream().collect(Collectors.toMap(CatalogActivityDto::id, Function.identity()));
        return bind("""
                WITH locked AS (
                    SELECT id, company_id, title, type, image_url
                    FROM activities.activities WHERE id = ANY(CAST(:ids AS uuid[]))
                    ORDER BY id FOR NO KEY UPDATE)
                UPDATE activities.activities a
                SET company_id = input.company_id, title = input.title, type = input.type,
                    image_url = input.image_url, updated_at = :now
                FROM locked, %s
                WHERE a.id = locked.id AND a.id = input.id
                  AND (a.company_id, a.title, a.type, a.image_url)
                      IS DISTINCT FROM (input.company_id, input.title, input.type, input.image_url)
                RETURNING locked.*""", activities).param("now", timestamp(now)).query(CatalogActivityDto.class).stream()
                .map(before -> new Difference(before, after.get(before.id())))
                .toList();
    }

    /** Locks an activity. Returns false if it does not exist. */
    boolean lockActivity(UUID id) {
        return jdbc.sql("SELECT id FROM activities.activities WHERE id = ? FOR NO KEY UPDATE")
                .param(id)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** Returns the deleted activity; empty if it did not exist. */
    Optional<Difference> deleteActivity(UUID id) {
        return jdbc.sql("DELETE FROM activities.activities WHERE id = ? RETURNING *")
                .param(id)
                .query(CatalogActivityDto.class)
                .optional()
                .map(deleted -> new Difference(deleted, null));
    }

    private StatementSpec bind(String sql, List<CatalogActivityDto> activities) {
        return jdbc.sql(sql.formatted(INPUT))
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
