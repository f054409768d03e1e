package dev.stagedoor.account;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.persistence.ConstraintViolations;
import org.springframework.dao.DataIntegrityViolationException;

/** Says which unique thing of an account another one has; the schema's constraints decide. */
final class UniqueConstraints {

    private UniqueConstraints() {}

    static void guard(Runnable write) {
        try {
            write.run();
        } catch (DataIntegrityViolationException refused) {
            if (ConstraintViolations.isViolated(refused, "UQ_users_email")) {
                throw new ProblemException(ProblemCode.EMAIL_TAKEN, "Sign in instead, or use another email.");
            }
            if (ConstraintViolations.isViolated(refused, "UQ_users_phone")) {
                throw new ProblemException(ProblemCode.PHONE_TAKEN, "Use another phone number.");
            }
            if (ConstraintViolations.isViolated(refused, "UQ_users_better_auth_id")) {
                throw new ProblemException(ProblemCode.IDENTITY_TAKEN, "It is linked with another account.");
            }
            throw refused;
        }
    }
}
