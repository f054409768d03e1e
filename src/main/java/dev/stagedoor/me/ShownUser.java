package dev.stagedoor.me;

import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.web.EntityTags;
import dev.stagedoor.platform.web.Representation;
import dev.stagedoor.profile.NotificationPrefsDto;
import java.util.UUID;

/**
 * What a person is shown of account and profile, ready to be sent.
 *
 * @param revision the one at which it was read
 */
record ShownUser(UUID id, long revision, Representation<MeDto> me, Representation<NotificationPrefsDto> preferences) {

    static ShownUser of(KnownUser user, EntityTags tags) {
        return new ShownUser(
                user.me().id(), user.revision(), tags.represent(user.me()), tags.represent(user.preferences()));
    }

    /** Whether it is the caller's, and nothing of it has changed since. */
    boolean isOf(CurrentUser caller) {
        return id.equals(caller.id()) && Long.valueOf(revision).equals(caller.revision());
    }
}
