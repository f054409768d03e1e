package dev.stagedoor.preference;

import dev.stagedoor.platform.web.RequestId;
import dev.stagedoor.profile.NotificationSettingsChange;
import dev.stagedoor.profile.ProfileService;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changes preferences in the current transaction, which has locked the profile, and records the changes. */
@Service
@RequiredArgsConstructor
class PreferenceChanges {

    private final ProfileService profiles;
    private final ChoiceService choices;
    private final NotificationConsentRepository consents;
    private final JsonMapper json;
    private final Clock clock;

    /** Keeps the time of the last change if no value changes. */
    void apply(UUID userId, StoredPreferences before, UpdateNotificationPrefsDto update) {
        var now = clock.instant();
        var changed = Stream.concat(flags(before, update), choices(userId, before, update, now))
                .toList();
        if (!changed.isEmpty() || changesQuietTimes(before, update, now)) {
            profiles.changeNotificationSettings(userId, settings(before, update));
            consents.insert(userId, changed, ConsentSource.APP, RequestId.current(), now);
        }
    }

    /** Turns off the emails of a category. Does nothing if they are off, or if the category is mandatory. */
    void unsubscribe(UUID userId, StoredPreferences before, NotificationCategoryDto category) {
        if (category.mandatory() || !before.choices().isEnabled(category, NotificationChannel.EMAIL)) {
            return;
        }
        var now = clock.instant();
        var off = new CategoryChoiceDto(JsonNullable.undefined(), JsonNullable.of(false));
        var changed = choices.change(userId, before.choices(), Map.of(category.key(), off), now);
        profiles.changeNotificationSettings(userId, NotificationSettingsChange.NONE);
        consents.insert(userId, changed, ConsentSource.UNSUBSCRIBE_LINK, RequestId.current(), now);
    }

    private static Stream<ConsentChange> flags(StoredPreferences before, UpdateNotificationPrefsDto update) {
        return Stream.of(
                        flag(null, before.notificationsEnabled(), update.notificationsEnabled()),
                        flag(NotificationChannel.PUSH, before.pushEnabled(), update.pushEnabled()),
                        flag(NotificationChannel.EMAIL, before.emailEnabled(), update.emailEnabled()))
                .filter(Objects::nonNull);
    }

    private static @Nullable ConsentChange flag(
            @Nullable NotificationChannel channel, boolean before, JsonNullable<Boolean> update) {
        var after = update.orElse(before);
        return after == before ? null : new ConsentChange(null, channel, after);
    }

    private Stream<ConsentChange> choices(
            UUID userId, StoredPreferences before, UpdateNotificationPrefsDto update, Instant now) {
        return update.categories().isPresent()
                ? choices.change(userId, before.choices(), update.categories().get(), now).stream()
                : Stream.empty();
    }

    private static boolean changesQuietTimes(StoredPreferences before, UpdateNotificationPrefsDto update, Instant now) {
        var snooze = before.snoozedUntil(now);
        return !Objects.equals(before.quietHours(), quietHours(before, update))
                || !Objects.equals(snooze, update.snoozedUntil().orElse(snooze));
    }

    private static @Nullable QuietHoursDto quietHours(StoredPreferences before, UpdateNotificationPrefsDto update) {
        return update.quietHours().isPresent()
                ? UpdateQuietHoursDto.merge(
                        before.quietHours(), update.quietHours().get())
                : before.quietHours();
    }

    private NotificationSettingsChange settings(StoredPreferences before, UpdateNotificationPrefsDto update) {
        JsonNullable<JsonNode> quietHours = update.quietHours().isPresent()
                ? JsonNullable.of(tree(quietHours(before, update)))
                : JsonNullable.undefined();
        return new NotificationSettingsChange(
                update.notificationsEnabled(),
                update.pushEnabled(),
                update.emailEnabled(),
                quietHours,
                update.snoozedUntil());
    }

    private @Nullable JsonNode tree(@Nullable QuietHoursDto quietHours) {
        return quietHours == null ? null : json.valueToTree(quietHours);
    }
}
