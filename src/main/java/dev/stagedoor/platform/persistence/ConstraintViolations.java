package dev.stagedoor.platform.persistence;

import org.hibernate.exception.ConstraintViolationException;
import org.springframework.dao.DataIntegrityViolationException;

/** Identifies the database constraint that a write violated. */
public final class ConstraintViolations {

    private ConstraintViolations() {}

    public static boolean isViolated(DataIntegrityViolationException failure, String constraint) {
        return failure.getCause() instanceof ConstraintViolationException violation
                && constraint.equals(violation.getConstraintName());
    }
}
