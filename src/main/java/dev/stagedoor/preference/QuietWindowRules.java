package dev.stagedoor.preference;

import dev.stagedoor.platform.error.InvalidField;
import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** The rules of quiet hours in a request. */
final class QuietWindowRules {

    private static final String FIELD = "quietHours.windows";

    private QuietWindowRules() {}

    static Stream<InvalidField> errors(JsonNullable<@Nullable UpdateQuietHoursDto> quietHours) {
        var update = quietHours.orElse(null);
        var windows = update == null ? null : update.windows().orElse(null);
        if (windows == null) {
            return Stream.empty();
        }
        if (windows.size() > UpdateQuietHoursDto.MAX_WINDOWS) {
            return Stream.of(InvalidField.of(FIELD, InvalidField.OUT_OF_RANGE, "must-have-at-most-14-windows")
                    .between(null, (long) UpdateQuietHoursDto.MAX_WINDOWS));
        }
        var errors = IntStream.range(0, windows.size())
                .boxed()
                .flatMap(index -> errors("%s[%s]".formatted(FIELD, index), windows.get(index)))
                .toList();
        return errors.isEmpty() && QuietHours.coverWeek(windows)
                ? Stream.of(InvalidField.of(FIELD, "covers-the-week", "must-leave-a-minute-of-the-week-free"))
                : errors.stream();
    }

    /** Returns false if a window is incomplete or empty, or if the windows cover the week. */
    static boolean areValid(@Nullable List<QuietWindowDto> windows) {
        return windows != null
                && !windows.isEmpty()
                && windows.stream()
                        .noneMatch(window -> errors(FIELD, window).findAny().isPresent())
                && !QuietHours.coverWeek(windows);
    }

    private static Stream<InvalidField> errors(String field, @Nullable QuietWindowDto window) {
        if (window == null) {
            return Stream.of(required(field));
        }
        var times = Stream.of(
                        window.from() == null ? required(field + ".from") : null,
                        window.to() == null ? required(field + ".to") : null,
                        window.from() != null && window.from().equals(window.to())
                                ? InvalidField.of(field + ".from", "empty-window", "must-differ-from-to")
                                : null)
                .filter(Objects::nonNull);
        return Stream.concat(days(field + ".days", window.days()), times);
    }

    private static Stream<InvalidField> days(String field, @Nullable List<@Nullable DayOfWeek> days) {
        if (days == null || days.isEmpty()) {
            return Stream.of(required(field));
        }
        if (days.contains(null)) {
            return IntStream.range(0, days.size())
                    .filter(index -> days.get(index) == null)
                    .mapToObj(index -> required("%s[%s]".formatted(field, index)));
        }
        return new HashSet<>(days).size() == days.size()
                ? Stream.empty()
                : Stream.of(InvalidField.of(field, "duplicate", "must-be-distinct"));
    }

    private static InvalidField required(String field) {
        return InvalidField.of(field, InvalidField.REQUIRED, "must-be-present");
    }
}
