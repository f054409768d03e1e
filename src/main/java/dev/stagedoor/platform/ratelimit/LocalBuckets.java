package dev.stagedoor.platform.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.util.function.Function;

/** Buckets in the memory of this instance. Removes buckets after one day without use, when they are full again. */
final class LocalBuckets implements Buckets {

    private static final int MAX_BUCKETS = 200_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_BUCKETS)
            .expireAfterAccess(Duration.ofDays(1))
            .build();

    @Override
    public <T> T with(String key, BucketConfiguration configuration, Function<Bucket, T> function) {
        return function.apply(bucket(key, configuration));
    }

    private Bucket bucket(String key, BucketConfiguration configuration) {
        return buckets.get(key, absent -> {
            var bucket = Bucket.builder();
            for (var bandwidth : configuration.getBandwidths()) {
                bucket.addLimit(bandwidth);
            }
            return bucket.build();
        });
    }
}
