package dev.stagedoor.preference;

import dev.stagedoor.platform.error.InvalidField;
import dev.stagedoor.platform.validation.Violations;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/** The categories exist and are not mandatory, the quiet hours are valid, and the snooze ends within 30 days. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ValidPreferences.Validator.class)
@interface ValidPreferences {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    @RequiredArgsConstructor
    final class Validator implements ConstraintValidator<ValidPreferences, UpdateNotificationPrefsDto> {

        private static final Duration MAX_SNOOZE = Duration.ofDays(30);

        private final NotificationCategories categories;
        private final Clock clock;

        @Override
        public boolean isValid(UpdateNotificationPrefsDto update, ConstraintValidatorContext context) {
            if (update.hasOnlyFlags()) {
                return true;
            }
            var errors = Stream.of(
                            categories(update),
                            QuietWindowRules.errors(update.quietHours()),
                            snooze(update.snoozedUntil().orElse(null)))
                    .flatMap(each -> each)
                    .toList();
            return errors.isEmpty() || Violations.report(context, errors);
        }

        private Stream<InvalidField> categories(UpdateNotificationPrefsDto update) {
            var changes = update.categories().orElse(null);
            return changes == null || changes.isEmpty()
                    ? Stream.empty()
                    : ChoiceRules.errors(changes, categories.list());
        }

        private Stream<InvalidField> snooze(@Nullable Instant until) {
            var now = clock.instant();
            return until == null || until.isAfter(now) && !until.isAfter(now.plus(MAX_SNOOZE))
                    ? Stream.empty()
                    : Stream.of(InvalidField.of(
                            "snoozedUntil", InvalidField.OUT_OF_RANGE, "must-be-within-the-next-30-days"));
        }
    }
}
