package dev.stagedoor.platform.cache;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The cache settings.
 *
 * @param cache    the storage
 * @param cacheTtl the maximum age of an entry, at least 1 s
 */
@Validated
@ConfigurationProperties("stagedoor")
record CacheProperties(
        CacheMode cache, @DurationMin(seconds = 1) Duration cacheTtl) {}
