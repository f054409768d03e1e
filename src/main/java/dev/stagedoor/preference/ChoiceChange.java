package dev.stagedoor.preference;

import org.jspecify.annotations.Nullable;

/** A new choice; null resets it to the default of the category. */
record ChoiceChange(
        NotificationCategoryDto category,
        NotificationChannel channel,
        @Nullable Boolean enabled) {

    StoredChoices.Key key() {
        return new StoredChoices.Key(category.key(), channel);
    }

    boolean newValue() {
        return category.mandatory() || (enabled == null ? category.defaults().of(channel) : enabled);
    }

    boolean changes(StoredChoices before) {
        return before.isEnabled(category, channel) != newValue();
    }

    ConsentChange toConsent() {
        return new ConsentChange(category.key(), channel, newValue());
    }
}
