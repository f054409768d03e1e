package dev.stagedoor.account;

import dev.stagedoor.account.password.PasswordHashes;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Verifies email and password. */
@Service
@RequiredArgsConstructor
public class Credentials {

    private static final String SQL =
            "SELECT id, CASE WHEN is_active THEN password_hash END AS hash FROM users.users WHERE email = ?";

    private final JdbcClient jdbc;
    private final PasswordHashes hashes;
    private final SecurityLog securityLog;

    /**
     * Verifies the password of an active account. Takes the same time if the account does not exist, to prevent enumeration.
     *
     * @throws ProblemException {@code invalid-credentials} for an unknown email, a wrong password or a deactivated account
     */
    public VerifiedPassword check(String email, RawPassword password) {
        var stored = jdbc.sql(SQL)
                .param(email)
                .query(StoredPassword.class)
                .optional()
                .orElse(StoredPassword.NONE);
        if (!hashes.matches(password, stored.hash())) {
            securityLog.record(SecurityEvent.LOGIN_FAILED, stored.id());
            throw invalidCredentials();
        }
        return new VerifiedPassword(stored.id(), stored.hash());
    }

    public static ProblemException invalidCredentials() {
        return new ProblemException(ProblemCode.INVALID_CREDENTIALS);
    }

    /** A successful password check. It is valid as long as the account has this hash. */
    public record VerifiedPassword(UUID userId, String passwordHash) {

        @Override
        public String toString() {
            return "VerifiedPassword[" + userId + "]";
        }
    }

    private record StoredPassword(UUID id, String hash) {
        static final StoredPassword NONE = new StoredPassword(null, null);
    }
}
