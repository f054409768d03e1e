package dev.stagedoor.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long what has ended is kept.
 *
 * @param sessionsAfter how long a session is kept after it was ended or expired
 * @param tokensAfter   how long a one-time token is kept after it expired
 */
@ConfigurationProperties("stagedoor.access.sweep")
record SweepProperties(Duration sessionsAfter, Duration tokensAfter) {}
