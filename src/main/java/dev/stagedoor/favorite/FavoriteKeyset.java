package dev.stagedoor.favorite;

import dev.stagedoor.platform.persistence.ResultSets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Where a page of favorites begins: after a row, or at the newest where {@code after} is null. */
record FavoriteKeyset(Instant after, UUID afterId, int limit) {

    static FavoriteKeyset first(int limit) {
        return new FavoriteKeyset(null, null, limit);
    }

    static FavoriteKeyset after(List<String> place, int limit) {
        return new FavoriteKeyset(Instant.parse(place.get(0)), UUID.fromString(place.get(1)), limit);
    }

    boolean isFirst() {
        return after == null;
    }

    StatementSpec bind(StatementSpec query) {
        return isFirst()
                ? query
                : query.param("before", ResultSets.timestamp(after)).param("beforeId", afterId);
    }
}
