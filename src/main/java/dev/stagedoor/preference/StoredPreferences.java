package dev.stagedoor.preference;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The rows of a user's preferences. */
record StoredPreferences(
        boolean notificationsEnabled,
        boolean pushEnabled,
        boolean emailEnabled,
        StoredChoices choices,
        @Nullable QuietHoursDto quietHours,
        @Nullable Instant snoozedUntil,
        String timezone,
        @Nullable String language,
        Instant updatedAt) {

    /** Returns null if the snooze has ended. */
    @Nullable
    Instant snoozedUntil(Instant now) {
        return snoozedUntil != null && snoozedUntil.isAfter(now) ? snoozedUntil : null;
    }
}
