package dev.stagedoor.account;

import dev.stagedoor.platform.problem.ProblemCode;
import dev.stagedoor.platform.problem.ProblemException;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what the users row says. */
@Service
@RequiredArgsConstructor
public class AccountService {

    private final UserRepository users;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Takes the row for this transaction: other changes of the same account wait until it ends. */
    @Transactional
    public void lock(UUID userId) {
        find(userId);
    }

    /** Applies the fields that the change names; {@code phone-taken} where the number is another account's. */
    @Transactional
    public void change(UUID userId, AccountChange change) {
        var user = find(userId);
        change.applyTo(user, clock.instant());
        Uniqueness.guard(() -> users.saveAndFlush(user));
    }

    /** Keeps an identity provider's subject; {@code identity-taken} where another account has it, or this another. */
    @Transactional
    public void linkIdentity(UUID userId, String betterAuthId) {
        var user = find(userId);
        if (!user.link(betterAuthId, clock.instant())) {
            throw new ProblemException(ProblemCode.IDENTITY_TAKEN, "This account is linked with another identity.");
        }
        Uniqueness.guard(() -> users.saveAndFlush(user));
    }

    @Transactional
    public void makeOrganizer(UUID userId) {
        find(userId).becomeOrganizer(clock.instant());
    }

    /** Changes what the account may do. One that may not sign in any more is announced ({@link AccountDeactivated}). */
    @Transactional
    public void grant(UUID userId, AccountRights rights) {
        var user = find(userId);
        var now = clock.instant();
        var wasActive = user.isActive();
        if (rights.applyTo(user, now) && wasActive && !user.isActive()) {
            events.publishEvent(new AccountDeactivated(userId, now));
        }
        users.flush();
    }

    /** The active admins, none of whom can be changed by others until the transaction ends. */
    @Transactional
    public Set<UUID> lockAdmins() {
        return users.findByRoleAndActiveTrueOrderById(Role.ADMIN).stream()
                .map(User::getId)
                .collect(Collectors.toSet());
    }

    private User find(UUID userId) {
        return users.findForUpdateById(userId).orElseThrow(() -> ProblemException.notFound("user"));
    }
}
