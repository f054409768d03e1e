package dev.stagedoor.account;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.persistence.ConstraintViolations;
import org.springframework.dao.DataIntegrityViolationException;

/** Translates violations of the unique constraints of accounts to problems. */
final class UniqueConstraints {

    private UniqueConstraints() {}

    static void translate(Runnable write) {
        try {
            write.run();
        } catch (DataIntegrityViolationException violation) {
            if (ConstraintViolations.isViolated(violation, "UQ_users_email")) {
                throw new ProblemException(ProblemCode.EMAIL_TAKEN);
            }
            if (ConstraintViolations.isViolated(violation, "UQ_users_phone")) {
                throw new ProblemException(ProblemCode.PHONE_TAKEN);
            }
            if (ConstraintViolations.isViolated(violation, "UQ_users_better_auth_id")) {
                throw new ProblemException(ProblemCode.IDENTITY_TAKEN);
            }
            throw violation;
        }
    }
}
