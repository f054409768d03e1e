package dev.stagedoor.platform.ratelimit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;

/** The storage of token buckets. */
interface Buckets {

    /** Applies a function to a bucket. A new bucket is full. */
    <T> T with(Key key, BucketConfiguration configuration, Function<Bucket, T> function);

    /** Consumes a token, if available. */
    default Availability tryConsume(Key key, BucketConfiguration configuration) {
        return with(key, configuration, bucket -> {
            var probe = bucket.tryConsumeAndReturnRemaining(1);
            return new Availability(probe.isConsumed(), Duration.ofNanos(probe.getNanosToWaitForRefill()));
        });
    }

    /** Returns whether a token is available. Consumes nothing. */
    default Availability estimate(Key key, BucketConfiguration configuration) {
        return with(key, configuration, bucket -> {
            var probe = bucket.estimateAbilityToConsume(1);
            return new Availability(probe.canBeConsumed(), Duration.ofNanos(probe.getNanosToWaitForRefill()));
        });
    }

    /** Returns a consumed token. */
    default void giveBack(Key key, BucketConfiguration configuration) {
        with(key, configuration, bucket -> {
            bucket.addTokens(1);
            return bucket;
        });
    }

    /** Fills the bucket. */
    default void reset(Key key, BucketConfiguration configuration) {
        with(key, configuration, bucket -> {
            bucket.reset();
            return bucket;
        });
    }

    /** @param digest of an email or address, because Redis may store it */
    record Key(RateLimit limit, UUID digest) {

        @Override
        public String toString() {
            return limit + ":" + digest;
        }
    }

    /** Whether a token is available, and otherwise the time until the next one. */
    record Availability(boolean isAvailable, Duration retryAfter) {}
}
