package dev.stagedoor.browse;

import dev.stagedoor.platform.persistence.ResultSets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The sort key of the last activity of the previous page. All components but the limit are null for the first page. */
record ActivityKeyset(
        @Nullable Long count,
        @Nullable Instant createdAt,
        @Nullable UUID id,
        int limit) {

    static ActivityKeyset first(int limit) {
        return new ActivityKeyset(null, null, null, limit);
    }

    static ActivityKeyset after(List<String> cursor, ActivitySort sort, int limit) {
        var id = UUID.fromString(cursor.get(1));
        return sort == ActivitySort.POPULAR
                ? new ActivityKeyset(Long.valueOf(cursor.get(0)), null, id, limit)
                : new ActivityKeyset(null, Instant.parse(cursor.get(0)), id, limit);
    }

    String popularCondition() {
        return id == null ? "" : "AND (a.favorites_count < :count OR a.favorites_count = :count AND a.id > :afterId) ";
    }

    /** The condition of {@link #popularCondition} on the columns of the index of the counts. */
    String countedCondition() {
        return id == null
                ? ""
                : "AND c.number <= :count AND (c.number < :count OR c.activity_id > CAST(:afterId AS uuid)) ";
    }

    /** The condition of {@link #popularCondition} for activities with a count of 0. */
    String uncountedCondition() {
        return id == null ? "" : "AND (:count > 0 OR a.id > CAST(:afterId AS uuid)) ";
    }

    String newestCondition() {
        return id == null ? "" : "AND (a.created_at, a.id) < (:before, :afterId) ";
    }

    StatementSpec bind(StatementSpec query) {
        return query.param("count", count)
                .param("before", createdAt == null ? null : ResultSets.timestamp(createdAt))
                .param("afterId", id);
    }
}
