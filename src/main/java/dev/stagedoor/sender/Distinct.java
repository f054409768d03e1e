package dev.stagedoor.sender;

import dev.stagedoor.platform.validation.Violations;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashSet;
import java.util.List;

/** A list without equal elements. Null is valid. Reports {@code duplicate}. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Distinct.Validator.class)
@interface Distinct {

    String message() default "{validation-failed.must-be-distinct}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator implements ConstraintValidator<Distinct, List<?>> {

        @Override
        public boolean isValid(List<?> items, ConstraintValidatorContext context) {
            return items == null
                    || new HashSet<>(items).size() == items.size()
                    || Violations.report(context, "duplicate", context.getDefaultConstraintMessageTemplate());
        }
    }
}
