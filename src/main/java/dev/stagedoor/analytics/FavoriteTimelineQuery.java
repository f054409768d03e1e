package dev.stagedoor.analytics;

import dev.stagedoor.platform.persistence.ResultSets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a timeline with one statement: the aggregates of the date range, the count before it, and pending changes. */
@Repository
@RequiredArgsConstructor
class FavoriteTimelineQuery {

    /** The daily changes of one activity, computed from its cumulative aggregates. */
    private static final String OF_ONE = """
            SELECT d.day, d.added - lag(d.added, 1, 0::bigint) OVER (ORDER BY d.day) AS added,
                   d.removed - lag(d.removed, 1, 0::bigint) OVER (ORDER BY d.day) AS removed
            FROM chosen JOIN activities.favorite_days d ON d.activity_id = chosen.id
            WHERE d.day <= :to
              AND d.day >= COALESCE((SELECT max(day) FROM activities.favorite_days
                                     WHERE activity_id = chosen.id AND day < :from), :from)""";

    /** The daily changes of a company. The count before the range is the current count minus the later changes. */
    private static final String OF_ALL = """
            SELECT d.day, d.added, d.removed
            FROM target JOIN activities.favorite_company_days d ON d.company_id = target.id
            WHERE d.day BETWEEN :from AND :to
            UNION ALL
            SELECT NULL,
                   (SELECT COALESCE(sum(c.number), 0)
                    FROM chosen JOIN activities.favorite_counts c ON c.activity_id = chosen.id)
                   - (SELECT COALESCE(sum(d.added - d.removed), 0)
                      FROM target JOIN activities.favorite_company_days d ON d.company_id = target.id
                      WHERE d.day >= :from), 0""";

    private static final String SQL = CompanyAccessSql.TARGET + """
            , chosen AS (
                SELECT a.id FROM target JOIN activities.activities a ON a.company_id = target.id
                WHERE CAST(:activity AS uuid) IS NULL OR a.id = CAST(:activity AS uuid)),
            changes AS (
                %s
                UNION ALL
                SELECT c.day, c.added, c.removed
                FROM chosen JOIN activities.favorite_changes c ON c.activity_id = chosen.id WHERE c.day <= :to),
            sums AS (
                SELECT CASE WHEN day >= :from
                            THEN CAST(date_trunc(:interval, CAST(day AS timestamp)) AS date) END AS date,
                       sum(added) AS added, sum(removed) AS removed
                FROM changes GROUP BY 1),
            points AS (
                SELECT CAST(moment AS date) AS date
                FROM generate_series(date_trunc(:interval, CAST(:from AS timestamp)), CAST(:to AS timestamp),
                                     CAST('1 ' || :interval AS interval)) AS moment)
            SELECT (SELECT id FROM target) AS company_id, (SELECT count(*) FROM memberships) AS memberships,
                   (SELECT count(*) FROM chosen) AS activities, points.date,
                   COALESCE(sums.added, 0) AS added, COALESCE(sums.removed, 0) AS removed,
                   COALESCE((SELECT added - removed FROM sums WHERE date IS NULL), 0)
                   + sum(COALESCE(sums.added, 0) - COALESCE(sums.removed, 0)) OVER (ORDER BY points.date) AS number
            FROM points LEFT JOIN sums ON sums.date = points.date ORDER BY points.date""";

    private final JdbcClient jdbc;

    /** Both ids may be null. */
    Timeline read(
            StatisticsRequester requester,
            UUID companyId,
            UUID activityId,
            DateRange range,
            TimelineInterval interval) {
        return CompanyAccessSql.bind(
                        jdbc.sql(SQL.formatted(activityId == null ? OF_ALL : OF_ONE)), requester, companyId)
                .param("activity", activityId)
                .param("from", range.from())
                .param("to", range.to())
                .param("interval", interval.wire())
                .query((ResultSetExtractor<Timeline>) FavoriteTimelineQuery::timeline);
    }

    /** A date range is never empty, so at least one row exists. */
    private static Timeline timeline(ResultSet rows) throws SQLException {
        rows.next();
        var companyId = ResultSets.uuid(rows, "company_id");
        var memberships = rows.getInt("memberships");
        var activities = rows.getInt("activities");
        var points = new ArrayList<TimelinePointDto>();
        do {
            points.add(new TimelinePointDto(
                    rows.getObject("date", LocalDate.class),
                    rows.getLong("added"),
                    rows.getLong("removed"),
                    rows.getLong("number")));
        } while (rows.next());
        return new Timeline(companyId, memberships, activities, points);
    }

    /**
     * The result of the statement.
     *
     * @param companyId  null without permission
     * @param activities the number of activities of the timeline
     */
    record Timeline(UUID companyId, int memberships, int activities, List<TimelinePointDto> points) {}
}
