package dev.stagedoor.platform.persistence;

import org.hibernate.exception.ConstraintViolationException;
import org.springframework.dao.DataIntegrityViolationException;

/** Tells which promise of the schema a refused write would have broken. */
public final class ConstraintViolations {

    private ConstraintViolations() {}

    public static boolean isViolated(DataIntegrityViolationException failure, String constraint) {
        return failure.getCause() instanceof ConstraintViolationException violation
                && constraint.equals(violation.getConstraintName());
    }
}
