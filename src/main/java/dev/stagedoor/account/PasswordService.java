package dev.stagedoor.account;

import static dev.stagedoor.platform.persistence.Columns.timestamp;

import dev.stagedoor.platform.problem.Fault;
import dev.stagedoor.platform.problem.ProblemCode;
import dev.stagedoor.platform.problem.ProblemException;
import java.time.Clock;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes passwords in two steps, so that no transaction waits for the slow hashes. */
@Service
@RequiredArgsConstructor
public class PasswordService {

    private final JdbcClient jdbc;
    private final PasswordPolicy policy;
    private final PasswordHashes hashes;
    private final Clock clock;

    /**
     * Checks both passwords and hashes the new one. Refuses with {@code invalid-credentials} where the current one is
     * wrong or the account has none, and with {@code validation-failed} of {@code newPassword}.
     */
    public Replacement prepare(UUID userId, RawPassword current, RawPassword next) {
        var known = jdbc.sql("SELECT email, first_name, last_name, password_hash FROM users.users WHERE id = ?")
                .param(userId)
                .query(Known.class)
                .single();
        if (!hashes.matches(current, known.passwordHash())) {
            throw new ProblemException(ProblemCode.INVALID_CREDENTIALS, "The current password is wrong.");
        }
        policy.check("newPassword", next, known.email(), known.firstName(), known.lastName());
        if (hashes.matches(next, known.passwordHash())) {
            throw ProblemException.invalid(new Fault("newPassword", "unchanged", "is the current password"));
        }
        return new Replacement(userId, known.passwordHash(), hashes.of(next));
    }

    /** Writes what was prepared; {@code conflict} where another change came in between. */
    @Transactional
    public void replace(Replacement replacement) {
        var written = jdbc.sql("""
                UPDATE users.users SET password_hash = ?, updated_at = ? WHERE id = ? AND password_hash = ?""")
                .params(replacement.next(), timestamp(clock.instant()), replacement.userId(), replacement.current())
                .update();
        if (written == 0) {
            throw new ProblemException(ProblemCode.CONFLICT, "The password was changed by another request.");
        }
    }

    /** A password change that may be written: hashes only. */
    public record Replacement(UUID userId, String current, String next) {

        @Override
        public String toString() {
            return "Replacement[" + userId + "]";
        }
    }

    private record Known(String email, String firstName, String lastName, String passwordHash) {}
}
