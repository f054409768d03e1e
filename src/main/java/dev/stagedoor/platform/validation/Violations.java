package dev.stagedoor.platform.validation;

import dev.stagedoor.platform.error.InvalidField;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintViolation;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.hibernate.validator.engine.HibernateConstraintViolation;

/** The error code of a constraint violation, for constraints that can fail in more than one way. */
public final class Violations {

    private Violations() {}

    /** Replaces the constraint's default message and attaches a code. Returns false, the result of the validator. */
    public static boolean report(ConstraintValidatorContext context, String code, String message) {
        context.disableDefaultConstraintViolation();
        context.unwrap(HibernateConstraintValidatorContext.class)
                .withDynamicPayload(code)
                .buildConstraintViolationWithTemplate(message)
                .addConstraintViolation();
        return false;
    }

    /** Replaces the constraint's violation by that of a field. Returns false, the result of the validator. */
    public static boolean report(ConstraintValidatorContext context, InvalidField violation) {
        context.disableDefaultConstraintViolation();
        context.unwrap(HibernateConstraintValidatorContext.class)
                .withDynamicPayload(violation)
                .buildConstraintViolationWithTemplate("")
                .addPropertyNode(violation.field())
                .addConstraintViolation();
        return false;
    }

    /**
     * Replaces the constraint's violation by those of several fields. They refer to the whole object, because Spring cannot
     * resolve paths through patch fields. Returns false, the result of the validator.
     */
    public static boolean report(ConstraintValidatorContext context, List<InvalidField> violations) {
        context.disableDefaultConstraintViolation();
        for (var index = 0; index < violations.size(); index++) {
            context.unwrap(HibernateConstraintValidatorContext.class)
                    .withDynamicPayload(violations.get(index))
                    // Violations with equal messages would count as one.
                    .buildConstraintViolationWithTemplate(String.valueOf(index))
                    .addConstraintViolation();
        }
        return false;
    }

    /** Returns the violation of a field that the validator attached, if any. */
    public static Optional<InvalidField> field(ConstraintViolation<?> violation) {
        HibernateConstraintViolation<?> source = violation.unwrap(HibernateConstraintViolation.class);
        return Optional.ofNullable(source.getDynamicPayload(InvalidField.class));
    }

    /** Returns the code that the validator attached, if any. */
    public static Optional<String> code(ConstraintViolation<?> violation) {
        HibernateConstraintViolation<?> source = violation.unwrap(HibernateConstraintViolation.class);
        return Optional.ofNullable(source.getDynamicPayload(String.class));
    }
}
