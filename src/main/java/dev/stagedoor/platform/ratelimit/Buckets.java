package dev.stagedoor.platform.ratelimit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.util.function.Function;

/** The storage of token buckets. */
interface Buckets {

    /** Applies a function to a bucket. A new bucket is full. */
    <T> T with(String key, BucketConfiguration configuration, Function<Bucket, T> function);

    /** Consumes a token, if available. */
    default Availability tryConsume(String key, BucketConfiguration configuration) {
        return with(key, configuration, bucket -> {
            var probe = bucket.tryConsumeAndReturnRemaining(1);
            return new Availability(probe.isConsumed(), Duration.ofNanos(probe.getNanosToWaitForRefill()));
        });
    }

    /** Returns whether a token is available. Consumes nothing. */
    default Availability estimate(String key, BucketConfiguration configuration) {
        return with(key, configuration, bucket -> {
            var probe = bucket.estimateAbilityToConsume(1);
            return new Availability(probe.canBeConsumed(), Duration.ofNanos(probe.getNanosToWaitForRefill()));
        });
    }

    /** Consumes a token even if none is available. */
    default void recordFailure(String key, BucketConfiguration configuration) {
        with(key, configuration, bucket -> bucket.consumeIgnoringRateLimits(1));
    }

    /** Fills the bucket. */
    default void reset(String key, BucketConfiguration configuration) {
        with(key, configuration, bucket -> {
            bucket.reset();
            return bucket;
        });
    }

    /** Whether a token is available, and otherwise the time until the next one. */
    record Availability(boolean isAvailable, Duration retryAfter) {}
}
