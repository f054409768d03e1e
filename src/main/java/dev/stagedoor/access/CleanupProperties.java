package dev.stagedoor.access;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Retention of ended sessions and expired tokens.
 *
 * @param sessionsAfter the retention of a session after it has ended or expired
 * @param tokensAfter   the retention of a one-time token after its expiry
 */
@Validated
@ConfigurationProperties("stagedoor.access.sweep")
record CleanupProperties(
        @DurationMin Duration sessionsAfter, @DurationMin Duration tokensAfter) {}
