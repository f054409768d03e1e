package dev.stagedoor.account;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.account.password.PasswordHashes;
import dev.stagedoor.account.password.PasswordPolicy;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import java.time.Clock;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes passwords in two steps, so that hashing runs outside the transaction. */
@Service
@RequiredArgsConstructor
public class PasswordService {

    private final JdbcClient jdbc;
    private final PasswordPolicy policy;
    private final PasswordHashes hashes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * Checks both passwords and hashes the new one.
     *
     * @throws ProblemException {@code invalid-credentials} if the current password is wrong or the account has none;
     *     {@code validation-failed} for {@code newPassword}
     */
    public Replacement prepare(UUID userId, RawPassword current, RawPassword next) {
        var account = account(userId);
        if (!hashes.matches(current, account.passwordHash())) {
            throw new ProblemException(ProblemCode.INVALID_CREDENTIALS, "current-password");
        }
        policy.check("newPassword", next, account.email(), account.firstName(), account.lastName());
        if (hashes.matches(next, account.passwordHash())) {
            throw ProblemException.invalid("newPassword", "unchanged", "must-differ-from-the-current-password");
        }
        return new Replacement(userId, account.passwordHash(), hashes.hash(next));
    }

    /** @throws ProblemException {@code conflict} if the password has changed since {@link #prepare} */
    @Transactional
    public void replace(Replacement replacement) {
        var now = clock.instant();
        var updated = jdbc.sql("""
                UPDATE users.users SET password_hash = ?, updated_at = ? WHERE id = ? AND password_hash = ?""")
                .params(replacement.next(), timestamp(now), replacement.userId(), replacement.current())
                .update();
        if (updated == 0) {
            throw new ProblemException(ProblemCode.CONFLICT, "password-changed");
        }
        events.publishEvent(new PasswordChanged(replacement.userId(), now));
    }

    /**
     * Checks and hashes the new password of a password reset.
     *
     * @throws ProblemException {@code validation-failed} for {@code password}
     */
    public Reset prepareReset(UUID userId, RawPassword next) {
        var account = account(userId);
        policy.check("password", next, account.email(), account.firstName(), account.lastName());
        return new Reset(userId, account.email(), hashes.hash(next));
    }

    /** Sets the password without checking the current one. Returns false if the account is not active. */
    @Transactional
    public boolean reset(Reset reset) {
        var now = clock.instant();
        var updated = jdbc.sql("""
                UPDATE users.users SET password_hash = ?, email_verified = true, updated_at = ?
                WHERE id = ? AND is_active""")
                .params(reset.next(), timestamp(now), reset.userId())
                .update();
        events.publishEvent(new PasswordChanged(reset.userId(), now));
        return updated == 1;
    }

    private Account account(UUID userId) {
        return jdbc.sql("SELECT email, first_name, last_name, password_hash FROM users.users WHERE id = ?")
                .param(userId)
                .query(Account.class)
                .single();
    }

    /** A verified password change. Contains only hashes. */
    public record Replacement(UUID userId, String current, String next) {

        @Override
        public String toString() {
            return "Replacement[" + userId + "]";
        }
    }

    /** A verified password reset. Contains only the hash. */
    public record Reset(UUID userId, String email, String next) {

        @Override
        public String toString() {
            return "Reset[" + userId + "]";
        }
    }

    private record Account(String email, String firstName, String lastName, String passwordHash) {}
}
