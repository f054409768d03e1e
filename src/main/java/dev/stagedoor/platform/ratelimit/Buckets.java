package dev.stagedoor.platform.ratelimit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.util.function.Function;

/** Where the buckets are kept. */
interface Buckets {

    /** Does something with a bucket, which is full where it is not known yet. */
    <T> T with(String key, BucketConfiguration configuration, Function<Bucket, T> work);

    /** Takes a token, if there is one. */
    default Answer take(String key, BucketConfiguration configuration) {
        return with(key, configuration, bucket -> {
            var probe = bucket.tryConsumeAndReturnRemaining(1);
            return new Answer(probe.isConsumed(), Duration.ofNanos(probe.getNanosToWaitForRefill()));
        });
    }

    /** Whether there is a token. */
    default Answer ask(String key, BucketConfiguration configuration) {
        return with(key, configuration, bucket -> {
            var probe = bucket.estimateAbilityToConsume(1);
            return new Answer(probe.canBeConsumed(), Duration.ofNanos(probe.getNanosToWaitForRefill()));
        });
    }

    /** Takes a token whether there is one or not. */
    default void owe(String key, BucketConfiguration configuration) {
        with(key, configuration, bucket -> bucket.consumeIgnoringRateLimits(1));
    }

    /** Fills the bucket. */
    default void refill(String key, BucketConfiguration configuration) {
        with(key, configuration, bucket -> {
            bucket.reset();
            return bucket;
        });
    }

    /** Whether there is a token, and when there will be one where not. */
    record Answer(boolean granted, Duration after) {}
}
