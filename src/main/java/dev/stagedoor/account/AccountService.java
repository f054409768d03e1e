package dev.stagedoor.account;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import java.time.Clock;
import java.util.Objects;
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
    private final SuspensionRepository suspensions;
    private final SecurityLog securityLog;
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
        var now = clock.instant();
        var phone = user.getPhone();
        change.applyTo(user, now);
        UniqueConstraints.guard(() -> users.saveAndFlush(user));
        events.publishEvent(new AccountChanged(userId));
        if (!Objects.equals(phone, user.getPhone())) {
            securityLog.record(SecurityEvent.PHONE_CHANGED, userId);
            events.publishEvent(new PhoneChanged(userId, now));
        }
    }

    /** Notes that the mailbox was proved to be the person's. */
    @Transactional
    public void verifyEmail(UUID userId) {
        find(userId).verifyEmail(clock.instant());
        events.publishEvent(new AccountChanged(userId));
    }

    /** Keeps an identity provider's subject; {@code identity-taken} where another account has it, or this another. */
    @Transactional
    public void linkIdentity(UUID userId, String betterAuthId) {
        var user = find(userId);
        var now = clock.instant();
        var isNews = user.getBetterAuthId() == null;
        if (!user.link(betterAuthId, now)) {
            throw new ProblemException(ProblemCode.IDENTITY_TAKEN, "This account is linked with another identity.");
        }
        UniqueConstraints.guard(() -> users.saveAndFlush(user));
        if (isNews) {
            events.publishEvent(new IdentityLinked(userId, now));
        }
    }

    /** Whether that is news. */
    @Transactional
    public boolean makeOrganizer(UUID userId) {
        var isNews = find(userId).becomeOrganizer(clock.instant());
        events.publishEvent(new AccountChanged(userId));
        return isNews;
    }

    /**
     * Changes what the account may do, and announces it ({@link AccountRightsChanged}, {@link AccountDeactivated},
     * {@link AccountRestored}). One that is deactivated here is suspended: its owner cannot bring it back.
     */
    @Transactional
    public void grant(UUID userId, AccountRights rights) {
        var user = find(userId);
        var now = clock.instant();
        var wasActive = user.isActive();
        if (!rights.applyTo(user, now)) {
            return;
        }
        users.flush();
        events.publishEvent(new AccountRightsChanged(userId, user.rights(), now));
        if (wasActive && !user.isActive()) {
            suspensions.add(userId, now);
            events.publishEvent(new AccountDeactivated(userId, now));
        }
        if (!wasActive && user.isActive()) {
            suspensions.lift(userId);
            events.publishEvent(new AccountRestored(userId, now));
        }
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
