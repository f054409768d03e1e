package dev.stagedoor.platform.cache;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.data.redis.serializer.SerializationException;

/** A Redis cache that never fails: a failed read is a miss, a failed write is ignored, and an unusable entry is deleted. */
@Slf4j
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
        return call(key, () -> redis.get(key));
    }

    @Override
    public <T> @Nullable T get(Object key, @Nullable Class<T> type) {
        return call(key, () -> redis.get(key, type));
    }

    @Override
    public <T> @Nullable T get(Object key, Callable<T> loader) {
        throw new UnsupportedOperationException("A failure of the loader would count as a failure of Redis");
    }

    @Override
    public @Nullable ValueWrapper putIfAbsent(Object key, @Nullable Object value) {
        return call(key, () -> redis.putIfAbsent(key, value));
    }

    @Override
    public void put(Object key, @Nullable Object value) {
        call(key, () -> {
            redis.put(key, value);
            return null;
        });
    }

    @Override
    public void evict(Object key) {
        call(key, () -> {
            redis.evict(key);
            return null;
        });
    }

    @Override
    public void clear() {
        breaker.call(
                () -> {
                    redis.clear();
                    return null;
                },
                () -> null);
    }

    private <T> @Nullable T call(Object key, Supplier<@Nullable T> command) {
        return breaker.call(() -> callOrDelete(key, command), () -> null);
    }

    private <T> @Nullable T callOrDelete(Object key, Supplier<@Nullable T> command) {
        try {
            return command.get();
        } catch (RuntimeException failure) {
            if (!isUnusableEntry(failure)) {
                throw failure;
            }
            log.debug("Deleting an unusable cache entry", failure);
            redis.evict(key);
            return null;
        }
    }

    /** Another program, or another version of this one, can write an entry that cannot be parsed or has another type. */
    private static boolean isUnusableEntry(RuntimeException failure) {
        return failure instanceof SerializationException
                || String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure)
                                .getMessage())
                        .startsWith("WRONGTYPE");
    }
}
