package dev.stagedoor.platform.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Buckets in the memory of this instance. Each limit has its own cache, so that a flood of one kind of calls cannot evict the
 * buckets of another. Removes buckets after one day without use, when they are full again.
 */
final class LocalBuckets implements Buckets {

    private final Map<RateLimit, Cache<UUID, Bucket>> caches =
            Arrays.stream(RateLimit.values()).collect(Collectors.toMap(limit -> limit, LocalBuckets::cache));

    @Override
    public <T> T with(Key key, BucketConfiguration configuration, Function<Bucket, T> function) {
        var cache = Objects.requireNonNull(caches.get(key.limit()));
        return function.apply(cache.get(key.digest(), absent -> bucket(configuration)));
    }

    /** Returns the number of stored buckets. */
    long size() {
        return caches.values().stream().mapToLong(Cache::estimatedSize).sum();
    }

    private static Cache<UUID, Bucket> cache(RateLimit limit) {
        return Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(limit.getMaxBuckets())
                .expireAfterAccess(Duration.ofDays(1))
                .build();
    }

    private static Bucket bucket(BucketConfiguration configuration) {
        var bucket = Bucket.builder();
        for (var bandwidth : configuration.getBandwidths()) {
            bucket.addLimit(bandwidth);
        }
        return bucket.build();
    }
}
