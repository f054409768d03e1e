package dev.stagedoor.account;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.account.password.PasswordHashes;
import dev.stagedoor.account.password.PasswordPolicy;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.platform.error.FieldErrorDto;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import java.time.Clock;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * Checks both passwords and hashes the new one. Refuses with {@code invalid-credentials} where the current one is
     * wrong or the account has none, and with {@code validation-failed} of {@code newPassword}.
     */
    public Replacement prepare(UUID userId, RawPassword current, RawPassword next) {
        var known = known(userId);
        if (!hashes.matches(current, known.passwordHash())) {
            throw new ProblemException(ProblemCode.INVALID_CREDENTIALS, "The current password is wrong.");
        }
        policy.check("newPassword", next, known.email(), known.firstName(), known.lastName());
        if (hashes.matches(next, known.passwordHash())) {
            throw ProblemException.invalid(new FieldErrorDto("newPassword", "unchanged", "is the current password"));
        }
        return new Replacement(userId, known.passwordHash(), hashes.of(next));
    }

    /** Writes what was prepared; {@code conflict} where another change came in between. */
    @Transactional
    public void replace(Replacement replacement) {
        var now = clock.instant();
        var written = jdbc.sql("""
                UPDATE users.users SET password_hash = ?, updated_at = ? WHERE id = ? AND password_hash = ?""")
                .params(replacement.next(), timestamp(now), replacement.userId(), replacement.current())
                .update();
        if (written == 0) {
            throw new ProblemException(ProblemCode.CONFLICT, "The password was changed by another request.");
        }
        events.publishEvent(new PasswordChanged(replacement.userId(), now));
    }

    /**
     * Checks and hashes a password for somebody who has proved the account's mailbox. Refuses with
     * {@code validation-failed} of {@code password}.
     */
    public Reset prepareReset(UUID userId, RawPassword next) {
        var known = known(userId);
        policy.check("password", next, known.email(), known.firstName(), known.lastName());
        return new Reset(userId, known.email(), hashes.of(next));
    }

    /** Writes what was prepared, whatever the password was; false where the account is not active. */
    @Transactional
    public boolean reset(Reset reset) {
        var now = clock.instant();
        var written = jdbc.sql("""
                UPDATE users.users SET password_hash = ?, email_verified = true, updated_at = ?
                WHERE id = ? AND is_active""")
                .params(reset.next(), timestamp(now), reset.userId())
                .update();
        events.publishEvent(new PasswordChanged(reset.userId(), now));
        return written == 1;
    }

    private Known known(UUID userId) {
        return jdbc.sql("SELECT email, first_name, last_name, password_hash FROM users.users WHERE id = ?")
                .param(userId)
                .query(Known.class)
                .single();
    }

    /** A password change that may be written: hashes only. */
    public record Replacement(UUID userId, String current, String next) {

        @Override
        public String toString() {
            return "Replacement[" + userId + "]";
        }
    }

    /** A password that may be written: its hash only. */
    public record Reset(UUID userId, String email, String next) {

        @Override
        public String toString() {
            return "Reset[" + userId + "]";
        }
    }

    private record Known(String email, String firstName, String lastName, String passwordHash) {}
}
