package dev.stagedoor.me;

import dev.stagedoor.platform.web.Representation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.stereotype.Component;

/**
 * Caches the current user's account and profile (cache-aside). An eviction stores null as a marker, which expires
 * later than every read that started before the eviction. Such a read finds the marker and cannot store its outdated value.
 */
@Component
class UserCache {

    static final String NAME = "user";

    private final Cache users;
    private final Counter hits;
    private final Counter misses;

    UserCache(CacheManager caches, MeterRegistry meters) {
        this.users = Objects.requireNonNull(caches.getCache(NAME));
        this.hits = gets("hit", meters);
        this.misses = gets("miss", meters);
    }

    /** Returns the cached value. Reads and stores it on a miss. */
    @SuppressWarnings("unchecked")
    Representation<MeDto> get(UUID userId, Supplier<Representation<MeDto>> read) {
        var cached = Optional.ofNullable(users.get(userId));
        var me = cached.map(entry -> (Representation<MeDto>) entry.get())
                .filter(entry -> entry.body().id().equals(userId));
        (me.isPresent() ? hits : misses).increment();
        return me.orElseGet(() -> {
            var current = read.get();
            if (cached.isEmpty()) {
                users.putIfAbsent(userId, current);
            }
            return current;
        });
    }

    void evict(UUID userId) {
        users.put(userId, null);
    }

    private static Counter gets(String result, MeterRegistry meters) {
        return Counter.builder("cache.gets")
                .tag("cache", NAME)
                .tag("result", result)
                .description("The number of times cache lookup methods have returned a value")
                .register(meters);
    }
}
