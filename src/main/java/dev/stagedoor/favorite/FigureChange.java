package dev.stagedoor.favorite;

import dev.stagedoor.platform.persistence.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** How often an activity was added and removed on a day; null for all days. */
record FigureChange(UUID activityId, LocalDate day, long added, long removed) {

    /** A statement that reads changes as a table {@code change}, which stands for its {@code %s}. */
    static StatementSpec bind(JdbcClient jdbc, String sql, List<FigureChange> changes) {
        return jdbc.sql(sql.formatted("""
                        unnest(CAST(:activities AS uuid[]), CAST(:days AS date[]), CAST(:added AS bigint[]),
                               CAST(:removed AS bigint[])) AS change (activity_id, day, added, removed)"""))
                .param("activities", texts(changes, FigureChange::activityId))
                .param("days", texts(changes, FigureChange::day))
                .param("added", texts(changes, FigureChange::added))
                .param("removed", texts(changes, FigureChange::removed));
    }

    static FigureChange of(ResultSet row, int number) throws SQLException {
        return new FigureChange(
                Columns.uuid(row, "activity_id"),
                row.getObject("day", LocalDate.class),
                row.getLong("added"),
                row.getLong("removed"));
    }

    private static String[] texts(List<FigureChange> changes, Function<FigureChange, Object> value) {
        return changes.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
