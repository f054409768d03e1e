package dev.stagedoor.platform.limit;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often what may be tried.
 *
 * @param limits by the name of what is limited
 */
@ConfigurationProperties("stagedoor.rate-limit")
record LimitProperties(boolean enabled, Map<Limit, Rate> limits) {

    /** So many tries at once; within the period they come back, one after the other. */
    record Rate(int tries, Duration per) {}
}
