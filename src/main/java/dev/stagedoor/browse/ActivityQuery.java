package dev.stagedoor.browse;

import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.catalog.CompanyRefDto;
import dev.stagedoor.platform.persistence.ResultSets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads activities with their current number of favorites. A page is one statement. */
@Repository
@RequiredArgsConstructor
class ActivityQuery {

    private static final String CURRENT_COUNT = """
            (SELECT COALESCE(sum(part.number), 0) FROM activities.favorite_count_parts part WHERE part.activity_id = a.id)""";

    private static final String COUNTED =
            "SELECT a.*, " + CURRENT_COUNT + " AS favorites_count FROM activities.activities a WHERE true ";

    /**
     * The candidates for a page of the most popular activities, without reading all activities: those with pending
     * changes; the others in the order of the index of counts; and activities without favorites.
     */
    private static final String POPULAR = """
            (SELECT a.*, %1$s AS favorites_count FROM activities.activities a
             WHERE a.id IN (SELECT pending.activity_id FROM activities.favorite_changes pending) %2$s)
            UNION ALL
            (SELECT a.*, c.number AS favorites_count
             FROM activities.favorite_counts c JOIN activities.activities a ON a.id = c.activity_id
             WHERE NOT EXISTS (SELECT FROM activities.favorite_changes pending WHERE pending.activity_id = c.activity_id)
             %3$s %2$s ORDER BY c.number DESC, c.activity_id LIMIT :rows)
            UNION ALL
            (SELECT a.*, 0 AS favorites_count FROM activities.activities a
             WHERE NOT EXISTS (SELECT FROM activities.favorite_changes pending WHERE pending.activity_id = a.id)
               AND NOT EXISTS (SELECT FROM activities.favorite_counts c WHERE c.activity_id = a.id)
             %4$s %2$s ORDER BY a.id LIMIT :rows)""";

    private final JdbcClient jdbc;

    Optional<ActivityDto> find(UUID id, @Nullable UUID viewer) {
        return jdbc.sql(withDetails(COUNTED + "AND a.id = :id"))
                .param("id", id)
                .param("viewer", viewer)
                .query((row, number) -> activity(row, viewer))
                .optional();
    }

    /** Returns up to {@code limit + 1} rows, so that the caller can detect a next page. */
    List<ActivityDto> list(ActivityFilter filter, ActivityKeyset after, @Nullable UUID viewer) {
        var rows = filter.sort() == ActivitySort.POPULAR
                ? "SELECT * FROM (" + popular(filter, after) + ") a WHERE true " + after.popularCondition()
                        + "ORDER BY a.favorites_count DESC, a.id LIMIT :rows"
                : COUNTED + conditions(filter) + after.newestCondition()
                        + "ORDER BY a.created_at DESC, a.id DESC LIMIT :rows";
        var order = filter.sort() == ActivitySort.POPULAR
                ? " ORDER BY a.favorites_count DESC, a.id"
                : " ORDER BY a.created_at DESC, a.id DESC";
        var sql = (withDetails(rows) + order).replace(":rows", String.valueOf(after.limit() + 1));
        return after.bind(TitleSearch.bind(jdbc.sql(sql), filter.search())
                        .param(
                                "type",
                                filter.type() == null ? null : filter.type().name())
                        .param("company", filter.companyId())
                        .param("viewer", viewer))
                .query((row, number) -> activity(row, viewer))
                .list();
    }

    /** Adds the company and the favorite flag of the viewer to the selected rows. */
    private static String withDetails(String rows) {
        return """
                SELECT a.id, a.title, a.type, a.image_url, a.created_at, a.favorites_count,
                       c.id AS company_id, c.name AS company_name,
                       EXISTS (SELECT 1 FROM activities.user_activity_favorites f
                               WHERE f.user_id = CAST(:viewer AS uuid) AND f.activity_id = a.id) AS favorite
                FROM (%s) a JOIN companies.companies c ON c.id = a.company_id""".formatted(rows);
    }

    private static String popular(ActivityFilter filter, ActivityKeyset after) {
        return POPULAR.formatted(
                CURRENT_COUNT, conditions(filter), after.countedCondition(), after.uncountedCondition());
    }

    private static String conditions(ActivityFilter filter) {
        return TitleSearch.condition(filter.search())
                + (filter.type() == null ? "" : "AND a.type = :type ")
                + (filter.companyId() == null ? "" : "AND a.company_id = :company ");
    }

    private static ActivityDto activity(ResultSet row, @Nullable UUID viewer) throws SQLException {
        return new ActivityDto(
                ResultSets.uuid(row, "id"),
                row.getString("title"),
                ActivityType.valueOf(row.getString("type")),
                row.getString("image_url"),
                new CompanyRefDto(ResultSets.uuid(row, "company_id"), row.getString("company_name")),
                row.getLong("favorites_count"),
                viewer == null ? null : row.getBoolean("favorite"),
                ResultSets.instant(row, "created_at"));
    }
}
