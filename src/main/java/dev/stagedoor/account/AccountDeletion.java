package dev.stagedoor.account;

import dev.stagedoor.account.AccountEvent.AccountDeactivated;
import dev.stagedoor.account.AccountEvent.AccountDeleted;
import dev.stagedoor.account.AccountEvent.AccountRestored;
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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deletes and restores accounts. A deleted account is deactivated immediately and purged after a grace period. */
@Service
@EnableConfigurationProperties(AccountProperties.class)
@RequiredArgsConstructor
public class AccountDeletion {

    private final AccountProperties properties;
    private final UserRepository users;
    private final AccountService accounts;
    private final SuspensionRepository suspensions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * Deactivates the account immediately.
     *
     * @throws ProblemException {@code conflict} for the last active admin, and if the account is not active or its password
     *     has changed since the confirmation
     */
    @Transactional
    public Deactivation deactivate(Credentials.VerifiedPassword verified) {
        var userId = verified.userId();
        if (users.existsByIdAndRole(userId, Role.ADMIN) && accounts.lockAdmins().equals(Set.of(userId))) {
            throw new ProblemException(ProblemCode.CONFLICT, "last-admin");
        }
        var user = users.findForUpdateById(userId).orElseThrow(() -> ProblemException.notFound("user"));
        if (!user.isActive() || !Objects.equals(user.getPasswordHash(), verified.passwordHash())) {
            throw new ProblemException(ProblemCode.CONFLICT, "account-changed");
        }
        var now = clock.instant();
        user.deactivate(now);
        users.flush();
        events.publishEvent(new AccountDeactivated(userId, now));
        events.publishEvent(new AccountDeleted(userId, now));
        return new Deactivation(now, purgeAfter(now));
    }

    /** Restores an account that its owner deleted. Returns false if an admin has suspended the account. */
    @Transactional
    public boolean restore(UUID userId) {
        var user = users.findForUpdateById(userId).orElseThrow(() -> ProblemException.notFound("user"));
        if (suspensions.existsById(userId)) {
            return false;
        }
        var now = clock.instant();
        user.restore(now);
        users.flush();
        events.publishEvent(new AccountRestored(userId, now));
        return true;
    }

    /** Returns the end of the grace period. */
    public Instant purgeAfter(Instant deactivatedAt) {
        return deactivatedAt.plus(properties.purgeAfter());
    }

    /** @param purgeAfter the end of the grace period */
    public record Deactivation(Instant deactivatedAt, Instant purgeAfter) {}
}
