package dev.stagedoor.me;

import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.web.EntityTags;
import dev.stagedoor.platform.web.Representation;
import dev.stagedoor.profile.NotificationPrefsDto;
import java.util.UUID;

/**
 * The current user's account, profile and preferences as serialized responses.
 *
 * @param revision the revision of the rows that it was read from
 */
record ShownUser(UUID id, long revision, Representation<MeDto> me, Representation<NotificationPrefsDto> preferences) {

    static ShownUser of(KnownUser user, EntityTags tags) {
        return new ShownUser(
                user.me().id(), user.revision(), tags.represent(user.me()), tags.represent(user.preferences()));
    }

    /** Returns whether this is the caller at the current revision. */
    boolean isCurrentFor(CurrentUser caller) {
        return id.equals(caller.id()) && Long.valueOf(revision).equals(caller.revision());
    }
}
