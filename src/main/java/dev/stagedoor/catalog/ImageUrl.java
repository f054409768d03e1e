package dev.stagedoor.catalog;

import dev.stagedoor.platform.validation.WebUrl;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An absolute http or https URL of at most 2,000 characters. Null is valid. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ImageUrl.Validator.class)
@interface ImageUrl {

    String message() default "{validation-failed.must-be-an-http-address}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator implements ConstraintValidator<ImageUrl, String> {

        private static final int MAX_LENGTH = 2_000;

        @Override
        public boolean isValid(String url, ConstraintValidatorContext context) {
            return url == null
                    || url.length() <= MAX_LENGTH && WebUrl.parse(url).isPresent();
        }
    }
}
