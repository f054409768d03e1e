package dev.stagedoor.preference;

import dev.stagedoor.platform.error.InvalidField;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Choices are possible only for existing categories that are not mandatory. */
final class ChoiceRules {

    /** A body can contain thousands of unknown categories. */
    private static final int MAX_ERRORS = 20;

    private ChoiceRules() {}

    static Stream<InvalidField> errors(
            Map<String, @Nullable CategoryChoiceDto> changes, List<NotificationCategoryDto> categories) {
        var byKey = categories.stream().collect(Collectors.toMap(NotificationCategoryDto::key, Function.identity()));
        return changes.entrySet().stream()
                .flatMap(change ->
                        errors("categories." + change.getKey(), change.getValue(), byKey.get(change.getKey())))
                .limit(MAX_ERRORS);
    }

    private static Stream<InvalidField> errors(
            String field, @Nullable CategoryChoiceDto choice, @Nullable NotificationCategoryDto category) {
        if (category == null) {
            return Stream.of(InvalidField.of(field, InvalidField.UNKNOWN, "is-not-a-known-category"));
        }
        return choice == null || !category.mandatory()
                ? Stream.empty()
                : Stream.of(NotificationChannel.values())
                        .filter(channel -> choice.of(channel).orElse(null) != null)
                        .map(channel ->
                                InvalidField.of(field + "." + channel.field(), "mandatory", "is-a-mandatory-category"));
    }
}
