package dev.stagedoor.platform.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.util.function.Function;

/** In this instance's memory. A bucket that was not used for a day is full again, and forgotten. */
final class LocalBuckets implements Buckets {

    private static final int MOST = 200_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofDays(1))
            .build();

    @Override
    public <T> T with(String key, BucketConfiguration configuration, Function<Bucket, T> work) {
        return work.apply(bucket(key, configuration));
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
