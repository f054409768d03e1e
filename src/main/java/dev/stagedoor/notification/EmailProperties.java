package dev.stagedoor.notification;

import dev.stagedoor.platform.validation.WebUrl;
import jakarta.annotation.Nullable;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of email delivery.
 *
 * @param from       the sender, such as {@code Stagedoor <no-reply@example.com>}
 * @param retryAfter the delay of the first retry, and the interval at which the outbox is checked
 * @param sweepAfter the time for which sent emails are stored
 */
@Validated
@ConfigurationProperties("stagedoor.mail")
record EmailProperties(
        @Nullable String from,
        @DurationMin(millis = 1) Duration retryAfter,
        @DurationMin Duration sweepAfter) {

    /** Defaults to {@code no-reply} at the host of the public URL. */
    String from(WebUrl publicUrl) {
        return StringUtils.hasText(from) ? from : "Stagedoor <no-reply@" + publicUrl.host() + ">";
    }
}
