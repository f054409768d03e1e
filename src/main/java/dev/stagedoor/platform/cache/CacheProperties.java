package dev.stagedoor.platform.cache;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.cache.support.NullValue;
import org.springframework.validation.annotation.Validated;

/**
 * The cache settings.
 *
 * @param cache    the storage
 * @param cacheTtl the maximum age of an entry in Redis, at least 1 s
 */
@Validated
@ConfigurationProperties("stagedoor")
record CacheProperties(
        CacheMode cache, @DurationMin(seconds = 1) Duration cacheTtl) {

    /** The maximum age of an entry in memory. It is short because other instances cannot evict the entry. */
    static final Duration LOCAL_TTL = Duration.ofSeconds(1);

    /**
     * The time for which an evicted key is not filled again. It exceeds the statement timeout, so that a read that started before
     * the eviction has ended when the key can be filled.
     */
    private static final Duration EVICTED_TTL = Duration.ofSeconds(30);

    /** Returns the time to live of an entry. Null marks an evicted key. */
    static Duration timeToLive(@Nullable Object value, Duration ttl) {
        return value == null || value instanceof NullValue ? EVICTED_TTL : ttl;
    }
}
