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

/** Checks who signs in. */
@Service
@RequiredArgsConstructor
public class Credentials {

    private static final String SQL =
            "SELECT id, CASE WHEN is_active THEN password_hash END AS hash FROM users.users WHERE email = ?";

    private final JdbcClient jdbc;
    private final PasswordHashes hashes;
    private final SecurityLog securityLog;

    /**
     * The account of an email and its password. An unknown email, a wrong password and a deactivated account get the
     * same {@code invalid-credentials} after the same work.
     */
    public Proof check(String email, RawPassword password) {
        var known = jdbc.sql(SQL).param(email).query(Known.class).optional().orElse(Known.NOBODY);
        if (!hashes.matches(password, known.hash())) {
            securityLog.record(SecurityEvent.LOGIN_FAILED, known.id());
            throw refusal();
        }
        return new Proof(known.id(), known.hash());
    }

    public static ProblemException refusal() {
        return new ProblemException(ProblemCode.INVALID_CREDENTIALS, "Check both and try again.");
    }

    /** That a password was an account's, as long as the hash it was checked against still is. */
    public record Proof(UUID userId, String passwordHash) {

        @Override
        public String toString() {
            return "Proof[" + userId + "]";
        }
    }

    private record Known(UUID id, String hash) {
        static final Known NOBODY = new Known(null, null);
    }
}
