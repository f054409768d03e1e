package dev.stagedoor.account;

import dev.stagedoor.account.AccountEvent.PasswordChanged;
import dev.stagedoor.account.AccountEvent.UnverifiedAccountReset;
import dev.stagedoor.account.password.PasswordHashes;
import dev.stagedoor.account.password.PasswordPolicy;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.web.Client;
import java.time.Clock;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes passwords in two steps, so that hashing runs outside the transaction. */
@Service
@RequiredArgsConstructor
public class PasswordService {

    private final UserRepository users;
    private final PasswordPolicy policy;
    private final PasswordHashes hashes;
    private final PasswordAttempts attempts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * Checks both passwords and hashes the new one.
     *
     * @throws ProblemException {@code invalid-credentials} if the current password is wrong or the account has none;
     *     {@code too-many-requests}; {@code validation-failed} for {@code newPassword}
     */
    public Replacement prepare(UUID userId, RawPassword current, RawPassword next, Client client) {
        var account = account(userId);
        attempts.limit(account.email(), client, () -> verified(current, account));
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
        var updated = users.replacePassword(replacement.userId(), replacement.current(), replacement.next(), now);
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

    /**
     * Sets the password without checking the current one. Publishes {@link UnverifiedAccountReset} if the email was unverified. Returns
     * false if the account is not active.
     */
    @Transactional
    public boolean reset(Reset reset) {
        var now = clock.instant();
        var wasUnverified = users.existsByIdAndEmailVerifiedFalse(reset.userId());
        var updated = users.resetPassword(reset.userId(), reset.next(), now);
        events.publishEvent(new PasswordChanged(reset.userId(), now));
        if (wasUnverified) {
            events.publishEvent(new UnverifiedAccountReset(reset.userId(), now));
        }
        return updated == 1;
    }

    private StoredPassword verified(RawPassword current, StoredPassword account) {
        if (!hashes.matches(current, account.passwordHash())) {
            throw new ProblemException(ProblemCode.INVALID_CREDENTIALS, "current-password");
        }
        return account;
    }

    private StoredPassword account(UUID userId) {
        return users.findPasswordById(userId).orElseThrow();
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
}
