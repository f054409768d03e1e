package dev.stagedoor.account;

import dev.stagedoor.account.password.PasswordHashes;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.platform.error.FieldErrorDto;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way out, and back while there is time: a deleted account is deactivated now and purged later. */
@Service
@EnableConfigurationProperties(AccountProperties.class)
@RequiredArgsConstructor
public class AccountDeletion {

    private final AccountProperties properties;
    private final UserRepository users;
    private final AccountService accounts;
    private final SuspensionRepository suspensions;
    private final PasswordHashes hashes;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * That it is the owner who asks; where the account has no password, the call itself is the proof. Refuses with
     * {@code validation-failed} where the password (null) is missing, {@code invalid-credentials} where it is wrong.
     */
    public Credentials.Proof prove(UUID userId, RawPassword password) {
        var hash = jdbc.sql("SELECT password_hash FROM users.users WHERE id = ?")
                .param(userId)
                .query((row, number) -> row.getString(1))
                .list()
                .get(0);
        if (password == null && hash != null) {
            throw ProblemException.invalid(new FieldErrorDto("password", FieldErrorDto.REQUIRED, "must be present"));
        }
        if (password != null && !hashes.matches(password, hash)) {
            throw new ProblemException(ProblemCode.INVALID_CREDENTIALS, "The password is wrong.");
        }
        return new Credentials.Proof(userId, hash);
    }

    /**
     * Deactivates the account at once. Refuses with {@code forbidden} where no active admin would be left, and with
     * {@code conflict} where the account is not active or has another password since the proof.
     */
    @Transactional
    public Departure leave(Credentials.Proof proof) {
        var userId = proof.userId();
        if (users.existsByIdAndRole(userId, Role.ADMIN) && accounts.lockAdmins().equals(Set.of(userId))) {
            throw ProblemException.forbidden("The last admin cannot leave; make somebody else an admin first.");
        }
        var user = users.findForUpdateById(userId).orElseThrow(() -> ProblemException.notFound("user"));
        if (!user.isActive() || !Objects.equals(user.getPasswordHash(), proof.passwordHash())) {
            throw new ProblemException(ProblemCode.CONFLICT, "The account was changed by another request.");
        }
        var now = clock.instant();
        user.deactivate(now);
        users.flush();
        events.publishEvent(new AccountDeactivated(userId, now));
        events.publishEvent(new AccountDeleted(userId, now));
        return new Departure(now, purgeAfter(now));
    }

    /** Undoes the owner's deletion. False where an admin deactivated the account: that is not the owner's to undo. */
    @Transactional
    public boolean restore(UUID userId) {
        var user = users.findForUpdateById(userId).orElseThrow(() -> ProblemException.notFound("user"));
        if (suspensions.contains(userId)) {
            return false;
        }
        var now = clock.instant();
        user.restore(now);
        users.flush();
        events.publishEvent(new AccountRestored(userId, now));
        return true;
    }

    /** When an account is purged that its owner deleted at a moment. */
    public Instant purgeAfter(Instant deactivatedAt) {
        return deactivatedAt.plus(properties.purgeAfter());
    }

    /** When an account was deactivated, and when nothing will bring it back. */
    public record Departure(Instant deactivatedAt, Instant purgeAfter) {}
}
