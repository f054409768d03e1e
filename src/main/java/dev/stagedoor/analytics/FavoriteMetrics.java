package dev.stagedoor.analytics;

import dev.stagedoor.platform.observability.GaugeSource;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The number of favorites, computed from the aggregates. */
@Component
@RequiredArgsConstructor
class FavoriteMetrics implements GaugeSource {

    private final JdbcClient jdbc;

    @Override
    public List<Count> read() {
        var favorites = jdbc.sql("""
                SELECT (SELECT COALESCE(sum(number), 0) FROM activities.favorite_counts)
                       + (SELECT COALESCE(sum(added - removed), 0) FROM activities.favorite_changes)""").query(Long.class).single();
        return List.of(new Count("stagedoor.favorites", favorites));
    }
}
