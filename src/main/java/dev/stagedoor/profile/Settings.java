package dev.stagedoor.profile;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import tools.jackson.databind.JsonNode;

/** An object of at most 16 KiB and 8 levels. Null is valid. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Settings.Validator.class)
public @interface Settings {

    String message() default "{validation-failed.must-be-an-object-of-at-most-16-kib}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator implements ConstraintValidator<Settings, JsonNode> {

        @Override
        public boolean isValid(JsonNode settings, ConstraintValidatorContext context) {
            return settings == null || settings.isNull() || settings.isObject() && StorableJson.fits(settings);
        }
    }
}
