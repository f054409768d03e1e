package dev.stagedoor.analytics;

import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.platform.persistence.ResultSets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Reads permission, totals and a page of activities with one statement. Aggregates and pending changes are read in one
 * snapshot, so no change is missed or counted twice.
 */
@Repository
@RequiredArgsConstructor
class FavoriteStatisticsQuery {

    private static final String SQL = CompanyAccessSql.TARGET + """
            , figures AS (
                SELECT a.id, a.title, a.type, parts.number,
                       COALESCE(at_end.added, 0) - COALESCE(at_start.added, 0) + parts.added AS added,
                       COALESCE(at_end.removed, 0) - COALESCE(at_start.removed, 0) + parts.removed AS removed,
                       parts.previous_added, parts.previous_removed
                FROM target JOIN activities.activities a ON a.company_id = target.id
                LEFT JOIN LATERAL (
                    SELECT added, removed FROM activities.favorite_days
                    WHERE activity_id = a.id AND day <= :to ORDER BY day DESC LIMIT 1) at_end ON true
                LEFT JOIN LATERAL (
                    SELECT added, removed FROM activities.favorite_days
                    WHERE activity_id = a.id AND day < :from ORDER BY day DESC LIMIT 1) at_start ON true
                CROSS JOIN LATERAL (
                    SELECT COALESCE(sum(number), 0) AS number,
                           COALESCE(sum(added) FILTER (WHERE day BETWEEN :from AND :to), 0) AS added,
                           COALESCE(sum(removed) FILTER (WHERE day BETWEEN :from AND :to), 0) AS removed,
                           COALESCE(sum(added) FILTER (WHERE day >= :previousFrom AND day < :from), 0) AS previous_added,
                           COALESCE(sum(removed) FILTER (WHERE day >= :previousFrom AND day < :from), 0) AS previous_removed
                    FROM activities.favorite_count_parts WHERE activity_id = a.id) parts),
            previous AS (
                SELECT d.added, d.removed
                FROM target JOIN activities.favorite_company_days d ON d.company_id = target.id
                WHERE d.day >= :previousFrom AND d.day < :from
                UNION ALL
                SELECT previous_added, previous_removed FROM figures),
            company AS (
                SELECT (SELECT id FROM target) AS company_id, (SELECT count(*) FROM memberships) AS memberships,
                       COALESCE(sum(number), 0) AS number, COALESCE(sum(added), 0) AS added,
                       COALESCE(sum(removed), 0) AS removed,
                       (SELECT COALESCE(sum(added), 0) FROM previous) AS previous_added,
                       (SELECT COALESCE(sum(removed), 0) FROM previous) AS previous_removed
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

    private static final int FETCH = 500;

    private final JdbcClient jdbc;

    /** Returns up to {@code rows} activities. The position is null for the first page. */
    Figures read(
            StatisticsRequester viewer, UUID companyId, DateRange window, ActivityType type, Place place, int rows) {
        return query(viewer, companyId, window, type, place, rows)
                .query((ResultSetExtractor<Figures>) found -> figures(found, window));
    }

    /** Passes the activities to a consumer one by one. {@code access} runs first and may throw. */
    void stream(
            StatisticsRequester viewer,
            UUID companyId,
            DateRange window,
            ActivityType type,
            Place place,
            int rows,
            Consumer<Access> access,
            Consumer<FavoriteActivityAnalyticsItemDto> reader) {
        query(viewer, companyId, window, type, place, rows).withFetchSize(FETCH).query((ResultSetExtractor<Integer>)
                found -> read(found, access, reader));
    }

    /** Returns the number of activities. */
    private static int read(ResultSet rows, Consumer<Access> access, Consumer<FavoriteActivityAnalyticsItemDto> reader)
            throws SQLException {
        var number = 0;
        rows.next();
        access.accept(new Access(ResultSets.uuid(rows, "company_id"), rows.getInt("memberships")));
        do {
            if (rows.getObject("id") != null) {
                reader.accept(item(rows));
                number++;
            }
        } while (rows.next());
        return number;
    }

    private StatementSpec query(
            StatisticsRequester viewer, UUID companyId, DateRange window, ActivityType type, Place place, int rows) {
        return CompanyAccessSql.bind(jdbc.sql(SQL), viewer, companyId)
                .param("from", window.from())
                .param("to", window.to())
                .param("previousFrom", window.previousFrom())
                .param("type", type == null ? null : type.name())
                .param("after", place == null ? 0L : place.number())
                .param("afterId", place == null ? null : place.activityId())
                .param("rows", rows);
    }

    private static Figures figures(ResultSet rows, DateRange window) throws SQLException {
        rows.next();
        var companyId = ResultSets.uuid(rows, "company_id");
        var memberships = rows.getInt("memberships");
        var totals = new FavoriteTotalsDto(
                rows.getLong("total"), rows.getLong("total_added"), rows.getLong("total_removed"));
        var previous = new PreviousRangeDto(
                window.previousFrom(),
                window.previousTo(),
                rows.getLong("previous_added"),
                rows.getLong("previous_removed"));
        return new Figures(companyId, memberships, totals, previous, items(rows));
    }

    private static List<FavoriteActivityAnalyticsItemDto> items(ResultSet rows) throws SQLException {
        var items = new ArrayList<FavoriteActivityAnalyticsItemDto>();
        do {
            if (rows.getObject("id") != null) {
                items.add(item(rows));
            }
        } while (rows.next());
        return items;
    }

    private static FavoriteActivityAnalyticsItemDto item(ResultSet row) throws SQLException {
        return new FavoriteActivityAnalyticsItemDto(
                ResultSets.uuid(row, "id"),
                row.getString("title"),
                ActivityType.valueOf(row.getString("type")),
                row.getLong("number"),
                row.getLong("added"),
                row.getLong("removed"));
    }

    /** The permission of the requester. {@code companyId} is null without permission. */
    record Access(UUID companyId, int memberships) {}

    /**
     * The result of the statement.
     *
     * @param companyId   null without permission
     * @param memberships the number of companies of which the requester is a member
     */
    record Figures(
            UUID companyId,
            int memberships,
            FavoriteTotalsDto totals,
            PreviousRangeDto previous,
            List<FavoriteActivityAnalyticsItemDto> items) {}

    /** The sort key of the last row of the previous page. */
    record Place(long number, UUID activityId) {}
}
