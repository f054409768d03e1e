package dev.stagedoor.analytics;

import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.platform.persistence.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts favorites in one statement: whether the caller may know, the company's totals, and a page of activities. */
@Repository
@RequiredArgsConstructor
class FavoriteFigures {

    private static final String SQL = """
            WITH memberships AS (
                SELECT company_id FROM companies.company_members WHERE user_id = :caller
                UNION ALL
                SELECT CAST(:granted AS uuid) WHERE CAST(:granted AS uuid) IS NOT NULL),
            target AS (
                SELECT c.id FROM companies.companies c
                WHERE c.id = COALESCE(CAST(:company AS uuid),
                                      (SELECT company_id FROM memberships WHERE (SELECT count(*) FROM memberships) = 1))
                  AND (:admin OR c.id IN (SELECT company_id FROM memberships))),
            figures AS (
                SELECT a.id, a.title, a.type, standing.number,
                       standing.added + removals.added AS added, removals.removed,
                       standing.previous_added + removals.previous_added AS previous_added, removals.previous_removed
                FROM target JOIN activities.activities a ON a.company_id = target.id
                CROSS JOIN LATERAL (
                    SELECT count(*) AS number,
                           count(*) FILTER (WHERE f.created_at >= :start AND f.created_at < :end) AS added,
                           count(*) FILTER (WHERE f.created_at >= :previousStart AND f.created_at < :start)
                               AS previous_added
                    FROM activities.user_activity_favorites f WHERE f.activity_id = a.id) standing
                CROSS JOIN LATERAL (
                    SELECT count(*) FILTER (WHERE r.favorited_on BETWEEN :from AND :to) AS added,
                           count(*) FILTER (WHERE r.removed_on BETWEEN :from AND :to) AS removed,
                           count(*) FILTER (WHERE r.favorited_on >= :previousFrom AND r.favorited_on < :from)
                               AS previous_added,
                           count(*) FILTER (WHERE r.removed_on >= :previousFrom AND r.removed_on < :from)
                               AS previous_removed
                    FROM activities.favorite_removals r WHERE r.activity_id = a.id) removals),
            company AS (
                SELECT (SELECT id FROM target) AS company_id, (SELECT count(*) FROM memberships) AS memberships,
                       COALESCE(sum(number), 0) AS number, COALESCE(sum(added), 0) AS added,
                       COALESCE(sum(removed), 0) AS removed, COALESCE(sum(previous_added), 0) AS previous_added,
                       COALESCE(sum(previous_removed), 0) AS previous_removed
                FROM figures),
            page AS (
                SELECT * FROM figures
                WHERE (CAST(:type AS text) IS NULL OR type = :type)
                  AND (CAST(:afterId AS uuid) IS NULL OR number < :after OR number = :after AND id > :afterId)
                ORDER BY number DESC, id LIMIT :rows)
            SELECT company.company_id, company.memberships, company.number AS total, company.added AS total_added,
                   company.removed AS total_removed, company.previous_added, company.previous_removed,
                   page.id, page.title, page.type, page.number, page.added, page.removed
            FROM company LEFT JOIN page ON true ORDER BY page.number DESC, page.id""";

    private final JdbcClient jdbc;

    /** At most {@code rows} activities from the place on; the place is null at the first page. */
    Figures read(Viewer viewer, UUID companyId, Window window, ActivityType type, Place place, int rows) {
        return jdbc.sql(SQL)
                .param("caller", viewer.id())
                .param("admin", viewer.admin())
                .param("granted", viewer.companyId())
                .param("company", companyId)
                .param("from", window.from())
                .param("to", window.to())
                .param("previousFrom", window.previousFrom())
                .param("start", midnight(window.from()))
                .param("end", midnight(window.to().plusDays(1)))
                .param("previousStart", midnight(window.previousFrom()))
                .param("type", type == null ? null : type.name())
                .param("after", place == null ? 0L : place.number())
                .param("afterId", place == null ? null : place.activityId())
                .param("rows", rows)
                .query((ResultSetExtractor<Figures>) found -> figures(found, window));
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private static Figures figures(ResultSet rows, Window window) throws SQLException {
        rows.next();
        var companyId = Columns.uuid(rows, "company_id");
        var memberships = rows.getInt("memberships");
        var totals = new FavoriteTotalsDto(
                rows.getLong("total"), rows.getLong("total_added"), rows.getLong("total_removed"));
        var previous = new PreviousWindowDto(
                window.previousFrom(),
                window.previousTo(),
                rows.getLong("previous_added"),
                rows.getLong("previous_removed"));
        return new Figures(companyId, memberships, totals, previous, items(rows));
    }

    private static List<FavoriteActivityAnalyticsItemDto> items(ResultSet rows) throws SQLException {
        var items = new ArrayList<FavoriteActivityAnalyticsItemDto>();
        do {
            var id = Columns.uuid(rows, "id");
            if (id != null) {
                items.add(new FavoriteActivityAnalyticsItemDto(
                        id,
                        rows.getString("title"),
                        ActivityType.valueOf(rows.getString("type")),
                        rows.getLong("number"),
                        rows.getLong("added"),
                        rows.getLong("removed")));
            }
        } while (rows.next());
        return items;
    }

    /**
     * What was counted.
     *
     * @param companyId   null where no company was named that the caller may look at
     * @param memberships of how many companies the caller is a member
     */
    record Figures(
            UUID companyId,
            int memberships,
            FavoriteTotalsDto totals,
            PreviousWindowDto previous,
            List<FavoriteActivityAnalyticsItemDto> items) {}

    /** The last row of the page before. */
    record Place(long number, UUID activityId) {}
}
