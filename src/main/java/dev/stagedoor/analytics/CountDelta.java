package dev.stagedoor.analytics;

import dev.stagedoor.platform.persistence.ResultSets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The number of added and removed favorites of an activity on a day. A null day means all days. */
record CountDelta(UUID activityId, LocalDate day, long added, long removed) {

    /** Binds the deltas to a statement that reads them as the table {@code change} in place of {@code %s}. */
    static StatementSpec bind(JdbcClient jdbc, String sql, List<CountDelta> changes) {
        return jdbc.sql(sql.formatted("""
                        unnest(CAST(:activities AS uuid[]), CAST(:days AS date[]), CAST(:added AS bigint[]),
                               CAST(:removed AS bigint[])) AS change (activity_id, day, added, removed)"""))
                .param("activities", texts(changes, CountDelta::activityId))
                .param("days", texts(changes, CountDelta::day))
                .param("added", texts(changes, CountDelta::added))
                .param("removed", texts(changes, CountDelta::removed));
    }

    static CountDelta of(ResultSet row, int number) throws SQLException {
        return new CountDelta(
                ResultSets.uuid(row, "activity_id"),
                row.getObject("day", LocalDate.class),
                row.getLong("added"),
                row.getLong("removed"));
    }

    private static String[] texts(List<CountDelta> changes, Function<CountDelta, Object> value) {
        return changes.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
