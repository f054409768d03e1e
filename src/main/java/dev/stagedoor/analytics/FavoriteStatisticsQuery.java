package dev.stagedoor.analytics;

import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.platform.persistence.ResultSets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads permission, totals and a page of activities with one statement. Aggregates and pending changes are read in one
 * snapshot, so no change is missed or counted twice.
 */
@Repository
@RequiredArgsConstructor
class FavoriteStatisticsQuery {

    private static final String SQL = CompanyAccessSql.TARGET + """
            , statistics AS (
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
                SELECT previous_added, previous_removed FROM statistics),
            company AS (
                SELECT (SELECT id FROM target) AS company_id, (SELECT count(*) FROM memberships) AS memberships,
                       COALESCE(sum(number), 0) AS number, COALESCE(sum(added), 0) AS added,
                       COALESCE(sum(removed), 0) AS removed,
                       (SELECT COALESCE(sum(added), 0) FROM previous) AS previous_added,
                       (SELECT COALESCE(sum(removed), 0) FROM previous) AS previous_removed
                FROM statistics),
            page AS (
                SELECT * FROM statistics
                WHERE (CAST(:type AS text) IS NULL OR type = :type)
                  AND (CAST(:afterId AS uuid) IS NULL OR number < :after OR number = :after AND id > :afterId)
                ORDER BY number DESC, id LIMIT :rows)
            SELECT company.company_id, company.memberships, (SELECT %s FROM target) AS version, company.number AS total, company.added AS total_added,
                   company.removed AS total_removed, company.previous_added, company.previous_removed,
                   page.id, page.title, page.type, page.number, page.added, page.removed
            FROM company LEFT JOIN page ON true ORDER BY page.number DESC, page.id""".formatted(StatisticsVersions.VERSION);

    private static final int FETCH = 500;

    private final JdbcClient jdbc;

    /**
     * Passes up to {@code rows} activities to a consumer, one by one.
     *
     * @param access runs first and may throw
     */
    Totals read(Request request, Consumer<Access> access, Consumer<FavoriteActivityAnalyticsItemDto> activities) {
        return CompanyAccessSql.bind(jdbc.sql(SQL), request.requester(), request.companyId())
                .param("from", request.range().from())
                .param("to", request.range().to())
                .param("previousFrom", request.range().previousFrom())
                .param("type", Objects.toString(request.type(), null))
                .param("after", request.after() == null ? 0L : request.after().number())
                .param(
                        "afterId",
                        request.after() == null ? null : request.after().activityId())
                .param("rows", request.rows())
                .withFetchSize(FETCH)
                .query((ResultSetExtractor<Totals>) rows -> read(rows, request.range(), access, activities));
    }

    private static Totals read(
            ResultSet rows,
            DateRange range,
            Consumer<Access> access,
            Consumer<FavoriteActivityAnalyticsItemDto> activities)
            throws SQLException {
        rows.next();
        access.accept(new Access(ResultSets.uuid(rows, "company_id"), rows.getInt("memberships")));
        var totals = totals(rows, range);
        do {
            if (rows.getObject("id") != null) {
                activities.accept(activity(rows));
            }
        } while (rows.next());
        return totals;
    }

    private static Totals totals(ResultSet row, DateRange range) throws SQLException {
        return new Totals(
                ResultSets.uuid(row, "company_id"),
                row.getString("version"),
                new FavoriteTotalsDto(row.getLong("total"), row.getLong("total_added"), row.getLong("total_removed")),
                new PreviousRangeDto(
                        range.previousFrom(),
                        range.previousTo(),
                        row.getLong("previous_added"),
                        row.getLong("previous_removed")));
    }

    private static FavoriteActivityAnalyticsItemDto activity(ResultSet row) throws SQLException {
        return new FavoriteActivityAnalyticsItemDto(
                ResultSets.uuid(row, "id"),
                row.getString("title"),
                ActivityType.valueOf(row.getString("type")),
                row.getLong("number"),
                row.getLong("added"),
                row.getLong("removed"));
    }

    /** The parameters of the statement. The keyset is null for the first page. */
    record Request(
            StatisticsRequester requester, UUID companyId, DateRange range, ActivityType type, Keyset after, int rows) {

        Request withoutRequester() {
            return new Request(null, companyId, range, type, after, rows);
        }
    }

    /** The sort key of the last row of the previous page. */
    record Keyset(long number, UUID activityId) {}

    /** The permission of the requester. {@code companyId} is null without permission. */
    record Access(UUID companyId, int memberships) {}

    /** @param version see {@link StatisticsVersions}; null while changes are pending */
    record Totals(UUID companyId, String version, FavoriteTotalsDto totals, PreviousRangeDto previous) {}
}
