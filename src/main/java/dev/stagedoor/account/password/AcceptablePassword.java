package dev.stagedoor.account.password;

import dev.stagedoor.platform.validation.Violations;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import lombok.RequiredArgsConstructor;

/** A registration whose password follows the {@link PasswordPolicy}. A missing password is valid. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = AcceptablePassword.Validator.class)
public @interface AcceptablePassword {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    @RequiredArgsConstructor
    final class Validator implements ConstraintValidator<AcceptablePassword, NewPassword> {

        private final PasswordPolicy policy;

        @Override
        public boolean isValid(NewPassword registration, ConstraintValidatorContext context) {
            var password = RawPassword.ofNullable(registration.password());
            return password == null
                    || policy.violation("password", password, registration.personal())
                            .map(violation -> Violations.report(context, violation))
                            .orElse(true);
        }
    }
}
