package dev.stagedoor.platform.ratelimit;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.ratelimit.Buckets.Availability;
import dev.stagedoor.platform.ratelimit.Buckets.Key;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import dev.stagedoor.platform.security.Sha256;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Limits the rate of operations with token buckets. */
@Service
public class RateLimits {

    private final boolean enabled;
    private final Buckets shared;
    private final Buckets local = new LocalBuckets();
    private final SecurityLog securityLog;
    private final Map<RateLimit, BucketConfiguration> configurations;

    RateLimits(RateLimitProperties properties, Buckets buckets, SecurityLog securityLog) {
        this.enabled = properties.enabled();
        this.shared = buckets;
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
        take(List.of(new Attempt(limit, key)));
    }

    /**
     * Counts an attempt against several limits, or against none of them if one is exceeded.
     *
     * @throws ProblemException {@code too-many-requests} if the limit of a key is exceeded
     */
    public void take(List<Attempt> attempts) {
        for (var index = 0; enabled && index < attempts.size(); index++) {
            var attempt = attempts.get(index);
            var availability = buckets(attempt.limit()).tryConsume(key(attempt), configuration(attempt.limit()));
            if (!availability.isAvailable()) {
                attempts.subList(0, index).forEach(this::giveBack);
                throw exceeded(attempt, availability.retryAfter());
            }
        }
    }

    public boolean isEnabled() {
        return enabled;
    }

    /** Counts an attempt. Returns false if the limit is exceeded. */
    public boolean tryTake(RateLimit limit, String key) {
        return !enabled
                || buckets(limit)
                        .tryConsume(key(new Attempt(limit, key)), configuration(limit))
                        .isAvailable();
    }

    /**
     * Runs an operation and counts its attempts only if it fails with the given code. The attempts are counted before the
     * operation and uncounted after it, so that concurrent operations cannot exceed the limit.
     *
     * @throws ProblemException {@code too-many-requests} if the limit of a key is exceeded
     */
    public <T> T countFailures(ProblemCode failureCode, List<Attempt> attempts, Supplier<T> operation) {
        return count(code -> code == failureCode, attempts, operation);
    }

    /**
     * Runs an operation and counts its attempts unless it fails with the given code.
     *
     * @throws ProblemException {@code too-many-requests} if the limit of a key is exceeded
     */
    public <T> T countUnless(ProblemCode failureCode, List<Attempt> attempts, Supplier<T> operation) {
        return count(code -> code != failureCode, attempts, operation);
    }

    /** Resets the limit of a key, for example after a password reset. */
    public void reset(RateLimit limit, String key) {
        if (enabled) {
            buckets(limit).reset(key(new Attempt(limit, key)), configuration(limit));
        }
    }

    /** Returns the time until the next attempt is possible, or an empty result if it is possible now. Counts nothing. */
    public Optional<Duration> blockedFor(RateLimit limit, String key) {
        return Optional.of(new Attempt(limit, key))
                .filter(attempt -> enabled)
                .map(attempt -> buckets(limit).estimate(key(attempt), configuration(limit)))
                .filter(availability -> !availability.isAvailable())
                .map(Availability::retryAfter);
    }

    /** @throws ProblemException {@code too-many-requests} if no attempt is possible. Counts nothing. */
    void check(RateLimit limit, String key) {
        blockedFor(limit, key).ifPresent(delay -> {
            throw exceeded(new Attempt(limit, key), delay);
        });
    }

    /** @param isCounted decides by the code of the failure, or null after a success */
    private <T> T count(Predicate<@Nullable ProblemCode> isCounted, List<Attempt> attempts, Supplier<T> operation) {
        take(attempts);
        ProblemCode failureCode = null;
        try {
            return operation.get();
        } catch (ProblemException failure) {
            failureCode = failure.getCode();
            throw failure;
        } finally {
            if (enabled && !isCounted.test(failureCode)) {
                attempts.forEach(this::giveBack);
            }
        }
    }

    private void giveBack(Attempt attempt) {
        buckets(attempt.limit()).giveBack(key(attempt), configuration(attempt.limit()));
    }

    private ProblemException exceeded(Attempt attempt, Duration retryAfter) {
        var event = attempt.limit().isLogin() ? SecurityEvent.LOCKED_OUT : SecurityEvent.RATE_LIMITED;
        securityLog.record(
                event,
                null,
                Map.of("limit", attempt.limit(), "key", key(attempt).digest()));
        return new ProblemException(ProblemCode.TOO_MANY_REQUESTS).withRetryAfter(retryAfter.plusMillis(999));
    }

    public record Attempt(RateLimit limit, String key) {}

    private Buckets buckets(RateLimit limit) {
        return limit.isLocal() ? local : shared;
    }

    private static Key key(Attempt attempt) {
        var digest = ByteBuffer.wrap(Sha256.sha256(attempt.key().getBytes(StandardCharsets.UTF_8)));
        return new Key(attempt.limit(), new UUID(digest.getLong(), digest.getLong()));
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
