package dev.stagedoor.platform.ratelimit;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.ratelimit.Buckets.Answer;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Refuses what is tried too often. */
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

    /** Counts a try. Refuses with {@code too-many-requests} where there were too many of the same key. */
    public void take(RateLimit limit, String key) {
        if (enabled) {
            check(limit, key, buckets.take(name(limit, key), configurations.get(limit)));
        }
    }

    /**
     * Counts only the tries whose work is refused with {@code failure}. Those under way count nothing: many good ones at
     * once are all let in, and bad ones at once leave a debt that is worked off like any other.
     */
    public <T> T countFailures(ProblemCode failure, List<Try> tries, Supplier<T> work) {
        if (!enabled) {
            return work.get();
        }
        tries.forEach(each -> check(
                each.limit(),
                each.key(),
                buckets.ask(name(each.limit(), each.key()), configurations.get(each.limit()))));
        try {
            return work.get();
        } catch (ProblemException refusal) {
            if (refusal.getCode() == failure) {
                tries.forEach(each -> buckets.owe(name(each.limit(), each.key()), configurations.get(each.limit())));
            }
            throw refusal;
        }
    }

    /** Forgets the tries of a key, whose owner has proved itself otherwise. */
    public void forgive(RateLimit limit, String key) {
        if (enabled) {
            buckets.refill(name(limit, key), configurations.get(limit));
        }
    }

    private void check(RateLimit limit, String key, Answer answer) {
        if (!answer.granted()) {
            var event = limit.isOfLogin() ? SecurityEvent.LOCKED_OUT : SecurityEvent.RATE_LIMITED;
            securityLog.record(event, null, Map.of("limit", limit, "key", digest(key)));
            throw ProblemException.later(
                    ProblemCode.TOO_MANY_REQUESTS,
                    "Try again later.",
                    answer.after().plusMillis(999));
        }
    }

    /** One try of something by somebody. */
    public record Try(RateLimit limit, String key) {}

    /** Keys are emails and addresses; what is kept of them, maybe in Redis, need not tell them. */
    private static String name(RateLimit limit, String key) {
        return limit + ":" + digest(key);
    }

    private static String digest(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static BucketConfiguration configuration(RateLimit limit, RateLimitProperties properties) {
        var rate = properties.limits().get(limit);
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(rate.tries())
                        .refillGreedy(rate.tries(), rate.per())
                        .build())
                .build();
    }
}
