package dev.stagedoor.preference;

import org.jspecify.annotations.Nullable;

/**
 * A changed flag or choice.
 *
 * @param category null for a flag
 * @param channel  null for the master flag
 */
record ConsentChange(@Nullable String category, @Nullable NotificationChannel channel, boolean enabled) {}
