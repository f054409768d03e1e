package dev.stagedoor.me;

import dev.stagedoor.profile.NotificationPrefsDto;

/**
 * The current user's account, profile and preferences.
 *
 * @param revision the revision of the rows that it was read from
 */
record KnownUser(long revision, MeDto me, NotificationPrefsDto preferences) {}
