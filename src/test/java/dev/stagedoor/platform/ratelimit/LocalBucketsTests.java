package dev.stagedoor.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.platform.ratelimit.Buckets.Key;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LocalBucketsTests {

    private static final BucketConfiguration ONE = BucketConfiguration.builder()
            .addLimit(Bandwidth.builder()
                    .capacity(1)
                    .refillGreedy(1, Duration.ofHours(1))
                    .build())
            .build();

    private final LocalBuckets buckets = new LocalBuckets();

    @Test
    void manyNetworksDoNotEvictTheBucketOfAnotherLimit() {
        var account = consume(RateLimit.LOGIN_BY_ACCOUNT);

        for (var count = 0; count < 150_000; count++) {
            consume(RateLimit.REFRESH_BY_ADDRESS);
        }

        assertThat(buckets.tryConsume(account, ONE).isAvailable()).isFalse();
        assertThat(buckets.size()).isLessThan(10_000);
    }

    private Key consume(RateLimit limit) {
        var key = new Key(limit, UUID.randomUUID());
        assertThat(buckets.tryConsume(key, ONE).isAvailable()).isTrue();
        return key;
    }
}
