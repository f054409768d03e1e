package dev.stagedoor.analytics;

import dev.stagedoor.platform.persistence.Columns;
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

/** Reads a timeline in one statement: the days' rows of the window, the last one before it, and what is not folded yet. */
@Repository
@RequiredArgsConstructor
class FavoriteTimeline {

    private static final String SQL = CompanyAccess.TARGET + """
            , chosen AS (
                SELECT a.id FROM target JOIN activities.activities a ON a.company_id = target.id
                WHERE CAST(:activity AS uuid) IS NULL OR a.id = CAST(:activity AS uuid)),
            folded AS (
                SELECT d.day, d.added - lag(d.added, 1, 0::bigint) OVER one AS added,
                       d.removed - lag(d.removed, 1, 0::bigint) OVER one AS removed
                FROM chosen CROSS JOIN LATERAL (
                    SELECT day, added, removed FROM activities.favorite_days
                    WHERE activity_id = chosen.id AND day <= :to
                      AND day >= COALESCE((SELECT max(day) FROM activities.favorite_days
                                           WHERE activity_id = chosen.id AND day < :from), :from)) d
                WINDOW one AS (PARTITION BY chosen.id ORDER BY d.day)),
            changes AS (
                SELECT day, added, removed FROM folded
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

    /** {@code companyId} and {@code activityId} may be null. */
    Timeline read(Viewer viewer, UUID companyId, UUID activityId, Window window, TimelineInterval interval) {
        return CompanyAccess.bind(jdbc.sql(SQL), viewer, companyId)
                .param("activity", activityId)
                .param("from", window.from())
                .param("to", window.to())
                .param("interval", interval.wire())
                .query((ResultSetExtractor<Timeline>) FavoriteTimeline::timeline);
    }

    /** There is always a point: no window is empty. */
    private static Timeline timeline(ResultSet rows) throws SQLException {
        rows.next();
        var companyId = Columns.uuid(rows, "company_id");
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
     * What was read.
     *
     * @param companyId  null where no company was named that the caller may look at
     * @param activities how many the timeline is about
     */
    record Timeline(UUID companyId, int memberships, int activities, List<TimelinePointDto> points) {}
}
