package dev.stagedoor.favorite;

import dev.stagedoor.platform.persistence.ResultSets;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The sort key of the last favorite of a page. The next page starts after it. */
record FavoriteKeyset(Instant createdAt, UUID id) {

    static FavoriteKeyset of(List<String> cursor) {
        return new FavoriteKeyset(Instant.parse(cursor.get(0)), UUID.fromString(cursor.get(1)));
    }

    /** Returns the SQL condition on {@code f}; empty for the first page. */
    static String condition(@Nullable FavoriteKeyset after) {
        return after == null ? "" : "AND (f.created_at, f.id) < (:beforeTime, :beforeId) ";
    }

    static StatementSpec bind(@Nullable FavoriteKeyset after, StatementSpec query) {
        return after == null
                ? query
                : query.param("beforeTime", ResultSets.timestamp(after.createdAt))
                        .param("beforeId", after.id);
    }
}
