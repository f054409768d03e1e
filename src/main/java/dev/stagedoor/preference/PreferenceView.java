package dev.stagedoor.preference;

import dev.stagedoor.platform.error.ProblemMessages;
import java.time.Clock;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Converts stored preferences to their representation, in the language of the profile or else of the request. */
@Component
@RequiredArgsConstructor
class PreferenceView {

    private final NotificationCategories categories;
    private final Clock clock;

    NotificationPrefsDto of(StoredPreferences stored, Locale requested) {
        var language = language(stored.language(), requested);
        return new NotificationPrefsDto(
                stored.notificationsEnabled(),
                stored.pushEnabled(),
                stored.emailEnabled(),
                new EffectiveChannelsDto(
                        stored.notificationsEnabled() && stored.pushEnabled(),
                        stored.notificationsEnabled() && stored.emailEnabled()),
                categories.cached().stream()
                        .map(category -> CategoryPreferenceDto.of(category, stored.choices(), language))
                        .toList(),
                stored.quietHours(),
                stored.snoozedUntil(clock.instant()),
                stored.timezone(),
                stored.updatedAt());
    }

    private static Locale language(@Nullable String profile, Locale requested) {
        var preferred = Locale.forLanguageTag(profile == null ? "" : profile).getLanguage();
        return ProblemMessages.LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(preferred))
                .findFirst()
                .orElse(requested);
    }
}
