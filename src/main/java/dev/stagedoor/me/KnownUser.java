package dev.stagedoor.me;

import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.profile.NotificationPrefsDto;

/**
 * What a person sees of account and profile.
 *
 * @param revision the one at which it was read
 */
record KnownUser(long revision, MeDto me, NotificationPrefsDto preferences) {

    /** Whether it is the caller's, and nothing of it has changed since. */
    boolean isOf(CurrentUser caller) {
        return me != null
                && preferences != null
                && me.id().equals(caller.id())
                && Long.valueOf(revision).equals(caller.revision());
    }
}
