package dev.stagedoor.platform.cache;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.cache.Cache;

/** A cache in Redis that never fails: what cannot be read is not there, and what cannot be written is left. */
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
    public ValueWrapper get(Object key) {
        return orNull(() -> redis.get(key));
    }

    @Override
    public <T> T get(Object key, Class<T> type) {
        return orNull(() -> redis.get(key, type));
    }

    @Override
    public <T> T get(Object key, Callable<T> loader) {
        throw new UnsupportedOperationException("A loader's failure would look like one of Redis");
    }

    @Override
    public void put(Object key, Object value) {
        tryTo(() -> redis.put(key, value));
    }

    @Override
    public void evict(Object key) {
        tryTo(() -> redis.evict(key));
    }

    @Override
    public void clear() {
        tryTo(redis::clear);
    }

    private <T> T orNull(Supplier<T> read) {
        return breaker.call(read, () -> null);
    }

    private void tryTo(Runnable write) {
        orNull(() -> {
            write.run();
            return null;
        });
    }
}
