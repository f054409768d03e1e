package dev.stagedoor.platform.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One line of text without control characters. Null is valid.
 *
 * <p>Reports at most one violation: {@code out-of-range}, {@code required} (blank) or {@code malformed}. The length is
 * checked first, so that long input costs no further work.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = SingleLine.Validator.class)
public @interface SingleLine {

    /** The maximum length in code points, as PostgreSQL and JSON Schema count them. */
    int max();

    String message() default "{validation-failed.must-be-one-line}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator implements ConstraintValidator<SingleLine, String> {

        private int max;

        @Override
        public void initialize(SingleLine constraint) {
            max = constraint.max();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            if (text.codePointCount(0, text.length()) > max) {
                return Violations.report(
                        context, "out-of-range", "{validation-failed.must-have-at-most-max-characters}");
            }
            if (TextRules.normalized(text).isEmpty()) {
                return Violations.report(context, "required", "{validation-failed.must-be-present}");
            }
            return TextRules.isOneLine(text);
        }
    }
}
