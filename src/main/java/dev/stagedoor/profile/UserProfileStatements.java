package dev.stagedoor.profile;

import dev.stagedoor.platform.security.CurrentUser;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Set-based statements on profiles. */
interface UserProfileStatements {

    /**
     * Inserts the profiles whose user exists and has none. Concurrent inserts of the same profile create one row.
     *
     * @return the number of inserted rows
     */
    int insertIfMissing(List<UserProfile> profiles);

    /**
     * Updates only the flags that are not null, so that concurrent updates of different flags do not overwrite each
     * other.
     *
     * <p>With more than one change, skips rows that another transaction has locked, and all but the first change of a user.
     *
     * @return one result per change: the flags after the change, an empty result for a user without a profile and for an unauthorized caller, or null for a
     *     skipped change
     */
    List<PreferencesResult> updatePreferences(List<PreferencesChange> changes, Instant now);

    /** Counts the users without a profile. Anonymized users do not need one. */
    long countUsersWithoutProfile();

    /** Returns users without a profile in the order of their ids, starting after {@code last}. */
    List<UUID> findUsersWithoutProfile(@Nullable UUID last, int limit);

    /**
     * A change of notification flags. Null leaves a flag unchanged.
     *
     * @param caller checked by the statement; null if the transaction has checked it
     */
    record PreferencesChange(
            UUID userId,
            @Nullable CurrentUser caller,
            @Nullable Boolean notifications,
            @Nullable Boolean push,
            @Nullable Boolean email) {}

    /** The flags after a change; null if the user has no profile. */
    record PreferencesResult(@Nullable NotificationPrefsDto preferences) {}
}
