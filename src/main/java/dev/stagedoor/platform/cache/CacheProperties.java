package dev.stagedoor.platform.cache;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What is remembered, and where.
 *
 * @param cache    where
 * @param cacheTtl how long at most
 */
@Validated
@ConfigurationProperties("stagedoor")
record CacheProperties(
        CacheMode cache, @DurationMin(seconds = 1) Duration cacheTtl) {}
