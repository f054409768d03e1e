package dev.stagedoor.platform.ratelimit;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.ratelimit.Buckets.Availability;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import dev.stagedoor.platform.security.Sha256;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Limits the rate of operations with token buckets. */
@Service
public class RateLimits {

    private static final int KEY_BYTES = 16;

    private final boolean enabled;
    private final Buckets buckets;
    private final SecurityLog securityLog;
    private final Map<RateLimit, BucketConfiguration> configurations;

    RateLimits(RateLimitProperties properties, Buckets buckets, SecurityLog securityLog) {
        this.enabled = properties.enabled();
        this.buckets = buckets;
        this.securityLog = securityLog;
        this.configurations = Arrays.stream(RateLimit.values())
                .collect(Collectors.toMap(limit -> limit, limit -> configuration(limit, properties)));
    }

    /**
     * Counts an attempt.
     *
     * @throws ProblemException {@code too-many-requests} if the limit of the key is exceeded
     */
    public void take(RateLimit limit, String key) {
        if (enabled) {
            check(limit, key, buckets.tryConsume(name(limit, key), configuration(limit)));
        }
    }

    /**
     * Runs an operation and counts its attempts only if it fails with the given code. Concurrent operations can therefore
     * exceed the limit; their failures make the bucket negative, which extends the waiting time.
     *
     * @throws ProblemException {@code too-many-requests} if the limit of a key is exceeded
     */
    public <T> T countFailures(ProblemCode failureCode, List<Attempt> attempts, Supplier<T> operation) {
        if (!enabled) {
            return operation.get();
        }
        attempts.forEach(attempt -> check(
                attempt.limit(),
                attempt.key(),
                buckets.estimate(name(attempt.limit(), attempt.key()), configuration(attempt.limit()))));
        try {
            return operation.get();
        } catch (ProblemException failure) {
            if (failure.getCode() == failureCode) {
                attempts.forEach(attempt ->
                        buckets.recordFailure(name(attempt.limit(), attempt.key()), configuration(attempt.limit())));
            }
            throw failure;
        }
    }

    /** Resets the limit of a key, for example after a password reset. */
    public void reset(RateLimit limit, String key) {
        if (enabled) {
            buckets.reset(name(limit, key), configuration(limit));
        }
    }

    private void check(RateLimit limit, String key, Availability availability) {
        if (!availability.isAvailable()) {
            var event = limit.isLogin() ? SecurityEvent.LOCKED_OUT : SecurityEvent.RATE_LIMITED;
            securityLog.record(event, null, Map.of("limit", limit, "key", digest(key)));
            throw new ProblemException(ProblemCode.TOO_MANY_REQUESTS)
                    .withRetryAfter(availability.retryAfter().plusMillis(999));
        }
    }

    public record Attempt(RateLimit limit, String key) {}

    /** Keys are emails and addresses. They are hashed, because Redis may store them. */
    private static String name(RateLimit limit, String key) {
        return limit + ":" + digest(key);
    }

    private static String digest(String key) {
        return HexFormat.of().formatHex(Sha256.sha256(key.getBytes(StandardCharsets.UTF_8)), 0, KEY_BYTES);
    }

    private BucketConfiguration configuration(RateLimit limit) {
        return Objects.requireNonNull(configurations.get(limit));
    }

    private static BucketConfiguration configuration(RateLimit limit, RateLimitProperties properties) {
        var rate = Objects.requireNonNull(properties.limits().get(limit));
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(rate.tries())
                        .refillGreedy(rate.tries(), rate.per())
                        .build())
                .build();
    }
}
