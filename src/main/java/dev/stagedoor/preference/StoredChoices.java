package dev.stagedoor.preference;

import java.util.Map;
import java.util.Optional;

/** The choices of a user. */
record StoredChoices(Map<Key, Boolean> enabled) {

    Optional<Boolean> find(String category, NotificationChannel channel) {
        return Optional.ofNullable(enabled.get(new Key(category, channel)));
    }

    /** Returns the choice, or the default of the category. */
    boolean isEnabled(NotificationCategoryDto category, NotificationChannel channel) {
        return category.mandatory()
                || find(category.key(), channel).orElse(category.defaults().of(channel));
    }

    record Key(String category, NotificationChannel channel) {}
}
