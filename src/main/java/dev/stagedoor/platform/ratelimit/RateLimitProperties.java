package dev.stagedoor.platform.ratelimit;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often what may be tried.
 *
 * @param limits by the name of what is limited
 */
@ConfigurationProperties("stagedoor.rate-limit")
record RateLimitProperties(boolean enabled, Map<RateLimit, Rate> limits) {

    /** So many tries at once; within the period they come back, one after the other. */
    record Rate(int tries, Duration per) {}
}
