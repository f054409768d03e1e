package dev.stagedoor.preference;

import dev.stagedoor.platform.error.ProblemException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Writes the choices of users. The caller has locked the profile of the user. */
@Service
@RequiredArgsConstructor
class ChoiceService {

    private final NotificationCategoryRepository categories;
    private final NotificationChoiceRepository choices;

    /**
     * Changes the given choices. The categories stay locked until the commit, so they cannot be deleted or become mandatory.
     *
     * @param changes null resets all choices
     * @return the choices whose effective value changes
     * @throws ProblemException {@code validation-failed} if a category does not exist or is mandatory
     */
    List<ConsentChange> change(
            UUID userId,
            StoredChoices before,
            @Nullable Map<String, @Nullable CategoryChoiceDto> changes,
            Instant now) {
        var requested = changes == null ? resets(before) : changes;
        var locked = lock(requested);
        var errors = ChoiceRules.errors(requested, locked).toList();
        if (changes != null && !errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        var all = locked.stream()
                .flatMap(category -> changes(category, requested.get(category.key())))
                .toList();
        choices.put(
                userId, all.stream().filter(each -> isNewChoice(each, before)).toList(), now);
        choices.delete(
                userId, all.stream().filter(each -> each.enabled() == null).toList());
        return all.stream()
                .filter(each -> each.changes(before))
                .map(ChoiceChange::toConsent)
                .toList();
    }

    private List<NotificationCategoryDto> lock(Map<String, @Nullable CategoryChoiceDto> requested) {
        return categories.findForShareByKeyInOrderByKey(requested.keySet()).stream()
                .map(NotificationCategory::toDto)
                .toList();
    }

    private static Map<String, @Nullable CategoryChoiceDto> resets(StoredChoices before) {
        Map<String, @Nullable CategoryChoiceDto> resets = new HashMap<>();
        before.enabled().keySet().forEach(key -> resets.put(key.category(), CategoryChoiceDto.RESET));
        return resets;
    }

    private static Stream<ChoiceChange> changes(
            NotificationCategoryDto category, @Nullable CategoryChoiceDto requested) {
        var choice = Objects.requireNonNullElse(requested, CategoryChoiceDto.RESET);
        return Stream.of(NotificationChannel.values())
                .filter(channel -> choice.of(channel).isPresent())
                .map(channel ->
                        new ChoiceChange(category, channel, choice.of(channel).get()));
    }

    private static boolean isNewChoice(ChoiceChange change, StoredChoices before) {
        return change.enabled() != null
                && !change.enabled().equals(before.enabled().get(change.key()));
    }
}
