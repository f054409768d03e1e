package dev.stagedoor.me;

import dev.stagedoor.platform.web.Representation;
import dev.stagedoor.profile.NotificationPrefsDto;

/** The current user's account, profile and preferences as serialized responses. */
record MeView(Representation<MeDto> me, Representation<NotificationPrefsDto> preferences) {}
