package dev.stagedoor.platform.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** In this instance's memory. A bucket that was not used for a day is full again, and forgotten. */
final class LocalBuckets implements Buckets {

    private static final int MOST = 200_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofDays(1))
            .build();

    @Override
    public ConsumptionProbe take(String key, BucketConfiguration configuration) {
        return bucket(key, configuration).tryConsumeAndReturnRemaining(1);
    }

    @Override
    public void giveBack(String key, BucketConfiguration configuration) {
        bucket(key, configuration).addTokens(1);
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
