package dev.stagedoor.platform.limit;

import dev.stagedoor.platform.problem.ProblemCode;
import dev.stagedoor.platform.problem.ProblemException;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
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
    private final Map<Limit, BucketConfiguration> configurations;

    RateLimits(LimitProperties properties, Buckets buckets, SecurityLog securityLog) {
        this.enabled = properties.enabled();
        this.buckets = buckets;
        this.securityLog = securityLog;
        this.configurations = Arrays.stream(Limit.values())
                .collect(Collectors.toMap(limit -> limit, limit -> configuration(limit, properties)));
    }

    /**
     * Counts a try. Refuses with {@code too-many-requests} where there were too many of the same key.
     */
    public void take(Limit limit, String key) {
        if (!enabled) {
            return;
        }
        var probe = buckets.take(name(limit, key), configurations.get(limit));
        if (!probe.isConsumed()) {
            var event = limit.isOfLogin() ? SecurityEvent.LOCKED_OUT : SecurityEvent.RATE_LIMITED;
            securityLog.record(event, null, Map.of("limit", limit));
            var wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(999);
            throw ProblemException.later(ProblemCode.TOO_MANY_REQUESTS, "Try again later.", wait);
        }
    }

    /** Counts only the tries whose work is refused with {@code failure}. */
    public <T> T countFailures(ProblemCode failure, List<Try> tries, Supplier<T> work) {
        var taken = new ArrayList<Try>();
        try {
            tries.forEach(each -> {
                take(each.limit(), each.key());
                taken.add(each);
            });
            var done = work.get();
            taken.forEach(this::giveBack);
            return done;
        } catch (RuntimeException refusal) {
            if (!(refusal instanceof ProblemException problem) || problem.getCode() != failure) {
                taken.forEach(this::giveBack);
            }
            throw refusal;
        }
    }

    private void giveBack(Try taken) {
        if (enabled) {
            buckets.giveBack(name(taken.limit(), taken.key()), configurations.get(taken.limit()));
        }
    }

    /** One try of something by somebody. */
    public record Try(Limit limit, String key) {}

    /** Keys are emails and addresses; what is kept of them, maybe in Redis, need not tell them. */
    private static String name(Limit limit, String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return limit + ":" + HexFormat.of().formatHex(digest, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static BucketConfiguration configuration(Limit limit, LimitProperties properties) {
        var rate = properties.limits().get(limit);
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(rate.tries())
                        .refillGreedy(rate.tries(), rate.per())
                        .build())
                .build();
    }
}
