package dev.stagedoor.analytics;

import dev.stagedoor.platform.observability.GaugeSource;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The number of favorites, computed from the aggregates. */
@Component
@RequiredArgsConstructor
class FavoriteMetrics implements GaugeSource {

    private final AggregateRepository aggregates;

    @Override
    public List<Count> read() {
        return List.of(new Count("stagedoor.favorites", aggregates.countFavorites()));
    }
}
