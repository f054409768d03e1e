package dev.stagedoor.notification;

import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * How mails leave.
 *
 * @param from       the sender, such as {@code Stagedoor <no-reply@example.com>}
 * @param retryAfter how long a mail waits that could not be sent, and how often the outbox is looked through
 * @param sweepAfter how long a mail is kept after it was sent
 */
@Validated
@ConfigurationProperties("stagedoor.mail")
record EmailProperties(
        String from,
        @DurationMin(millis = 1) Duration retryAfter,
        @DurationMin Duration sweepAfter) {

    /** {@code no-reply} at the host of the public address, where nobody decided. */
    String from(URI publicUrl) {
        return StringUtils.hasText(from) ? from : "Stagedoor <no-reply@" + publicUrl.getHost() + ">";
    }
}
