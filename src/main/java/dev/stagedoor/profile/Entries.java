package dev.stagedoor.profile;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** At most 100 entries and 16 KiB in total; each entry is text or an object. Null is valid. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Entries.Validator.class)
@interface Entries {

    String message() default "{validation-failed.must-have-at-most-100-entries}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator implements ConstraintValidator<Entries, List<JsonNode>> {

        @Override
        public boolean isValid(List<JsonNode> entries, ConstraintValidatorContext context) {
            return entries == null
                    || entries.size() <= PutBackgroundDto.ENTRIES
                            && entries.stream().allMatch(entry -> entry.isString() || entry.isObject())
                            && StorableJson.fits(entries);
        }
    }
}
