package dev.stagedoor.account;

import dev.stagedoor.account.password.PasswordHashes;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import java.time.Instant;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Verifies email and password. */
@Service
@RequiredArgsConstructor
public class Credentials {

    private final UserRepository users;
    private final PasswordHashes hashes;
    private final SecurityLog securityLog;

    /**
     * Verifies the password of an active account. Takes the same time if the account does not exist, to prevent enumeration.
     *
     * @throws ProblemException {@code invalid-credentials} for an unknown email, a wrong password or a deactivated account
     */
    public VerifiedPassword check(String email, RawPassword password) {
        var stored = users.findPasswordByEmail(email);
        var hash = stored.filter(StoredPassword::isActive)
                .map(StoredPassword::passwordHash)
                .orElse(null);
        var userId = stored.map(StoredPassword::id).orElse(null);
        if (!hashes.matches(password, hash)) {
            securityLog.record(SecurityEvent.LOGIN_FAILED, userId);
            throw invalidCredentials();
        }
        return new VerifiedPassword(userId, hash, hashes.renew(password, hash));
    }

    /**
     * Records a sign-in, and replaces a hash that is not current. Locks the account until the end of the transaction, so that no
     * session remains after a concurrent password change.
     *
     * @throws ProblemException {@code invalid-credentials} if the password or the account has changed since the check
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordSignIn(VerifiedPassword verified, Instant now) {
        if (users.recordSignIn(verified.userId(), verified.passwordHash(), verified.renewedHash(), now) == 0) {
            throw invalidCredentials();
        }
    }

    private static ProblemException invalidCredentials() {
        return new ProblemException(ProblemCode.INVALID_CREDENTIALS);
    }

    /**
     * A successful password check. It is valid as long as the account has one of the hashes.
     *
     * @param renewedHash the hash to store at the sign-in; differs from {@code passwordHash} if that is not current
     */
    public record VerifiedPassword(UUID userId, String passwordHash, String renewedHash) {

        public VerifiedPassword(UUID userId, String passwordHash) {
            this(userId, passwordHash, passwordHash);
        }

        @Override
        public String toString() {
            return "VerifiedPassword[" + userId + "]";
        }
    }
}
