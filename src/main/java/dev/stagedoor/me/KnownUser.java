package dev.stagedoor.me;

import dev.stagedoor.profile.NotificationPrefsDto;

/**
 * What a person sees of account and profile.
 *
 * @param revision the one at which it was read
 */
record KnownUser(long revision, MeDto me, NotificationPrefsDto preferences) {}
