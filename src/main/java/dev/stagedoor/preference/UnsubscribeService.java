package dev.stagedoor.preference;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.preference.UnsubscribeLinks.Target;
import dev.stagedoor.profile.ProfileService;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns off the emails of a category for the user of an unsubscribe link. */
@Service
@RequiredArgsConstructor
public class UnsubscribeService {

    private final UnsubscribeLinks links;
    private final NotificationCategories categories;
    private final ProfileService profiles;
    private final PreferenceQuery query;
    private final PreferenceChanges changes;

    /**
     * Returns the name of the category, or an empty result if the category was deleted.
     *
     * @throws ProblemException {@code invalid-token}
     */
    public Optional<String> categoryName(String token, Locale language) {
        return category(open(token)).map(category -> category.name().in(language));
    }

    /**
     * Does nothing if the account or the category was deleted, or if the emails are off.
     *
     * @throws ProblemException {@code invalid-token}
     */
    @Transactional
    public void unsubscribe(String token) {
        var target = open(token);
        if (profiles.lockIfPresent(target.userId())) {
            var before = query.find(target.userId()).orElseThrow();
            category(target).ifPresent(category -> changes.unsubscribe(target.userId(), before, category));
        }
    }

    private Target open(String token) {
        return links.open(token).orElseThrow(() -> new ProblemException(ProblemCode.INVALID_TOKEN, "unsubscribe-link"));
    }

    private Optional<NotificationCategoryDto> category(Target target) {
        return categories.list().stream()
                .filter(category -> category.key().equals(target.category()))
                .findFirst();
    }
}
