package dev.stagedoor.analytics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.stagedoor.analytics.FavoriteStatisticsQuery.Figures;
import dev.stagedoor.analytics.FavoriteStatisticsQuery.Place;
import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.platform.cache.CacheMode;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Caches statistics. Each request still checks the permission and the version in the database, so the result is exact. An
 * unchanged version saves the aggregation.
 */
@Component
class CachedStatistics {

    /** The maximum weight in activities, which is a few megabytes. */
    private static final int MOST = 50_000;

    private final FavoriteStatisticsQuery figures;
    private final StatisticsVersions versions;
    private final boolean isOn;
    private final Cache<Key, Figures> known = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(MOST)
            .<Key, Figures>weigher((key, found) -> 1 + found.items().size())
            .build();

    CachedStatistics(FavoriteStatisticsQuery figures, StatisticsVersions versions, CacheMode mode) {
        this.figures = figures;
        this.versions = versions;
        this.isOn = mode != CacheMode.NONE;
    }

    /** @see FavoriteStatisticsQuery#read */
    Figures read(
            StatisticsRequester viewer, UUID companyId, DateRange window, ActivityType type, Place place, int rows) {
        var key = new Key(companyId, window, type, place, rows);
        var remembered = companyId == null ? null : known.getIfPresent(key);
        if (remembered != null
                && versions.of(viewer, companyId)
                        .filter(remembered.version()::equals)
                        .isPresent()) {
            return remembered;
        }
        var read = figures.read(viewer, companyId, window, type, place, rows);
        if (isOn && companyId != null && read.companyId() != null && read.version() != null) {
            known.put(key, read);
        }
        return read;
    }

    private record Key(UUID companyId, DateRange window, ActivityType type, Place place, int rows) {}
}
