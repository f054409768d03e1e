package dev.stagedoor.access;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long what has ended is kept.
 *
 * @param sessionsAfter how long a session is kept after it was ended or expired
 * @param tokensAfter   how long a one-time token is kept after it expired
 */
@Validated
@ConfigurationProperties("stagedoor.access.sweep")
record CleanupProperties(
        @DurationMin Duration sessionsAfter, @DurationMin Duration tokensAfter) {}
