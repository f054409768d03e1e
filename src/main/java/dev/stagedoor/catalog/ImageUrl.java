package dev.stagedoor.catalog;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.net.URISyntaxException;

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
            return url == null || url.length() <= MAX_LENGTH && isWeb(url);
        }

        private static boolean isWeb(String url) {
            try {
                var uri = new URI(url);
                return uri.getHost() != null
                        && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
            } catch (URISyntaxException malformed) {
                return false;
            }
        }
    }
}
