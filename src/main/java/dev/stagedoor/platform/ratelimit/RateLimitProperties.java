package dev.stagedoor.platform.ratelimit;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The rate limits by operation. */
@ConfigurationProperties("stagedoor.rate-limit")
record RateLimitProperties(boolean enabled, Map<RateLimit, Rate> limits) {

    /** The size of the bucket, and the time in which an empty bucket is refilled. */
    record Rate(int tries, Duration per) {}
}
