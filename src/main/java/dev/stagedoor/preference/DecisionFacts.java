package dev.stagedoor.preference;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The facts that decide about a notification of one category through one channel.
 *
 * @param known      whether the account exists and is active
 * @param reachable  whether the channel has a destination, such as a registration for push
 * @param categoryOn the choice of the user for the category and channel, otherwise the default of the category
 * @param unverified whether the channel is email and the address is not verified
 */
record DecisionFacts(
        boolean known,
        boolean mandatory,
        boolean reachable,
        boolean masterOn,
        boolean channelOn,
        boolean categoryOn,
        boolean unverified,
        @Nullable Instant snoozedUntil,
        QuietHours quietHours) {

    boolean isSnoozedAt(Instant at) {
        return snoozedUntil != null && at.isBefore(snoozedUntil);
    }

    /** Returns the first instant that is neither in the snooze nor in the quiet hours. */
    Instant firstAllowed(Instant at) {
        return quietHours.endAt(snoozedUntil != null && at.isBefore(snoozedUntil) ? snoozedUntil : at);
    }
}
