package dev.stagedoor.access;

import dev.stagedoor.platform.validation.Violations;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The token of a push service: 1 to 2,048 printable ASCII characters. Null is valid.
 *
 * <p>Reports at most one violation: {@code out-of-range}, {@code required} (blank) or {@code malformed}.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PushToken.Validator.class)
public @interface PushToken {

    int max() default 2048;

    String message() default "{validation-failed.must-be-printable-ascii}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator implements ConstraintValidator<PushToken, String> {

        private int max;

        @Override
        public void initialize(PushToken constraint) {
            max = constraint.max();
        }

        @Override
        public boolean isValid(String token, ConstraintValidatorContext context) {
            if (token == null) {
                return true;
            }
            if (token.length() > max) {
                return Violations.report(
                        context, "out-of-range", "{validation-failed.must-have-at-most-max-characters}");
            }
            if (token.isBlank()) {
                return Violations.report(context, "required", "{validation-failed.must-be-present}");
            }
            return token.chars().allMatch(each -> each >= ' ' && each <= '~');
        }
    }
}
