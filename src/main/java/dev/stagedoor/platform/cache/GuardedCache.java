package dev.stagedoor.platform.cache;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;

/** A Redis cache that never fails: a failed read is a miss, and a failed write is ignored. */
@RequiredArgsConstructor
final class GuardedCache implements Cache {

    private final Cache redis;
    private final RedisCircuitBreaker breaker;

    @Override
    public String getName() {
        return redis.getName();
    }

    @Override
    public Object getNativeCache() {
        return redis.getNativeCache();
    }

    @Override
    public @Nullable ValueWrapper get(Object key) {
        return callOrNull(() -> redis.get(key));
    }

    @Override
    public <T> @Nullable T get(Object key, @Nullable Class<T> type) {
        return callOrNull(() -> redis.get(key, type));
    }

    @Override
    public <T> @Nullable T get(Object key, Callable<T> loader) {
        throw new UnsupportedOperationException("A failure of the loader would count as a failure of Redis");
    }

    @Override
    public void put(Object key, @Nullable Object value) {
        callQuietly(() -> redis.put(key, value));
    }

    @Override
    public void evict(Object key) {
        callQuietly(() -> redis.evict(key));
    }

    @Override
    public void clear() {
        callQuietly(redis::clear);
    }

    private <T> @Nullable T callOrNull(Supplier<@Nullable T> read) {
        return breaker.call(read, () -> null);
    }

    private void callQuietly(Runnable write) {
        callOrNull(() -> {
            write.run();
            return null;
        });
    }
}
