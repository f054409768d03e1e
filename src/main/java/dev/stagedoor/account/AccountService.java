package dev.stagedoor.account;

import dev.stagedoor.account.AccountEvent.AccountChanged;
import dev.stagedoor.account.AccountEvent.AccountDeactivated;
import dev.stagedoor.account.AccountEvent.AccountRestored;
import dev.stagedoor.account.AccountEvent.AccountRightsChanged;
import dev.stagedoor.account.AccountEvent.IdentityLinked;
import dev.stagedoor.account.AccountEvent.PhoneChanged;
import dev.stagedoor.account.Credentials.VerifiedPassword;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.ratelimit.RateLimit;
import dev.stagedoor.platform.ratelimit.RateLimits;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Updates accounts. */
@Service
@RequiredArgsConstructor
public class AccountService {

    private static final Sort NEWEST_FIRST = Sort.by("createdAt", "id").descending();

    private final UserRepository users;
    private final SuspensionRepository suspensions;
    private final RateLimits limits;
    private final SecurityLog securityLog;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Returns a page of accounts, newest first. Pages start at 1. */
    public Page<AdminUserDto> list(UserFilter filter, int page, int limit) {
        // Hibernate accepts offsets of up to 31 bits. No page is that far.
        var request = PageRequest.of(Math.min(page, Integer.MAX_VALUE / limit) - 1, limit, NEWEST_FIRST);
        return users.findBy(
                filter.toSpecification(), query -> query.as(AdminUserDto.class).page(request));
    }

    /** Returns the accounts after a position, newest first. */
    public Slice<AdminUserDto> list(UserFilter filter, UserKeyset after, int limit) {
        return users.findBy(
                filter.toSpecification().and(after.toSpecification()),
                query -> query.as(AdminUserDto.class).slice(PageRequest.of(0, limit, NEWEST_FIRST)));
    }

    public long count(UserFilter filter) {
        return users.count(filter.toSpecification());
    }

    /** @throws ProblemException {@code not-found} */
    public AdminUserDto read(UUID userId) {
        return users.findAdminUserById(userId).orElseThrow(() -> ProblemException.notFound("user"));
    }

    /**
     * Locks the account for the current transaction.
     *
     * @throws ProblemException {@code not-found}
     */
    @Transactional
    public void lock(UUID userId) {
        find(userId);
    }

    /**
     * Locks the account for the current transaction.
     *
     * @throws ProblemException {@code conflict} if its password has changed since the check
     */
    @Transactional
    public void lock(VerifiedPassword verified) {
        if (!Objects.equals(find(verified.userId()).getPasswordHash(), verified.passwordHash())) {
            throw new ProblemException(ProblemCode.CONFLICT, "password-changed");
        }
    }

    /** Locks the account for the current transaction. Returns false if the account does not exist. */
    @Transactional
    public boolean lockIfExists(UUID userId) {
        return users.findForUpdateById(userId).isPresent();
    }

    /**
     * Limits changes to another phone number, also to the number of another account.
     *
     * @throws ProblemException {@code phone-taken} if another account has the phone number; {@code too-many-requests}
     */
    @Transactional
    public void change(UUID userId, AccountChange change) {
        var user = find(userId);
        var now = clock.instant();
        var phone = user.getPhone();
        if (change.isToAnotherPhone(user)) {
            limits.take(RateLimit.PHONE_BY_ACCOUNT, userId.toString());
            requireFreePhone(userId, change.phone().get());
        }
        change.applyTo(user, now);
        UniqueConstraints.translate(users::flush);
        events.publishEvent(new AccountChanged(userId));
        if (!Objects.equals(phone, user.getPhone())) {
            securityLog.record(SecurityEvent.PHONE_CHANGED, userId);
            events.publishEvent(new PhoneChanged(userId, now));
        }
    }

    @Transactional
    public void verifyEmail(UUID userId) {
        find(userId).verifyEmail(clock.instant());
        events.publishEvent(new AccountChanged(userId));
    }

    /**
     * Records that an external identity was linked with the account.
     *
     * @param betterAuthId the subject at the first identity provider; null for other providers
     * @throws ProblemException {@code identity-taken} if another account has the subject
     */
    @Transactional
    public void identityLinked(UUID userId, String betterAuthId) {
        var now = clock.instant();
        find(userId).link(betterAuthId, now);
        UniqueConstraints.translate(users::flush);
        events.publishEvent(new IdentityLinked(userId, now));
    }

    /**
     * Records that external identities were unlinked from the account.
     *
     * @param remainingBetterAuthId the subject of a remaining identity of the first identity provider; null if there is none
     * @return whether the account has a password
     */
    @Transactional
    public boolean identitiesUnlinked(UUID userId, String remainingBetterAuthId) {
        var user = find(userId);
        user.unlink(remainingBetterAuthId, clock.instant());
        events.publishEvent(new AccountChanged(userId));
        return user.getPasswordHash() != null;
    }

    /**
     * Rejects tokens of identity providers that were issued before now.
     *
     * @throws ProblemException {@code not-found}
     */
    @Transactional
    public void rejectEarlierTokens(UUID userId) {
        find(userId).rejectEarlierTokens(clock.instant());
    }

    /** @throws ProblemException {@code not-found}; {@code conflict} if the email is not verified */
    @Transactional
    public void requireVerifiedEmail(UUID userId) {
        requireVerifiedEmail(find(userId));
    }

    /** Returns whether the account was changed. */
    @Transactional
    public boolean makeOrganizer(UUID userId) {
        var changed = find(userId).becomeOrganizer(clock.instant());
        events.publishEvent(new AccountChanged(userId));
        return changed;
    }

    /**
     * Updates the account's rights. Publishes {@link AccountRightsChanged}, and {@link AccountDeactivated} or
     * {@link AccountRestored} if applicable. An account that is deactivated here is suspended: its owner cannot restore it,
     * also if the owner has deleted it before. Returns whether the account was changed.
     *
     * @throws ProblemException {@code not-found}; {@code conflict} if an account with an unverified email would become an admin
     */
    @Transactional
    public boolean grant(UUID userId, AccountRights rights) {
        var user = find(userId);
        var now = clock.instant();
        var wasActive = user.isActive();
        if (rights.role() == Role.ADMIN && user.getRole() != Role.ADMIN) {
            requireVerifiedEmail(user);
        }
        if (suspendsDeleted(user, rights)) {
            suspensions.save(new Suspension(userId, true, now));
            return true;
        }
        if (!rights.applyTo(user, now)) {
            return false;
        }
        users.flush();
        events.publishEvent(new AccountRightsChanged(userId, user.rights(), now));
        if (wasActive && !user.isActive()) {
            suspensions.save(new Suspension(userId, false, now));
            events.publishEvent(new AccountDeactivated(userId, now));
        }
        if (!wasActive && user.isActive()) {
            suspensions.deleteById(userId);
            events.publishEvent(new AccountRestored(userId, now));
        }
        return true;
    }

    private boolean suspendsDeleted(User user, AccountRights rights) {
        return !user.isActive() && Boolean.FALSE.equals(rights.active()) && !suspensions.existsById(user.getId());
    }

    /** Returns the id of the account with the email, which is normalized first. */
    public Optional<UUID> findId(String email) {
        return users.findPasswordByEmail(Emails.normalized(email)).map(StoredPassword::id);
    }

    /** Locks all active admins for the current transaction and returns their ids. */
    @Transactional
    public Set<UUID> lockAdmins() {
        return users.findByRoleAndIsActiveTrueOrderById(Role.ADMIN).stream()
                .map(User::getId)
                .collect(Collectors.toSet());
    }

    private static void requireVerifiedEmail(User user) {
        if (!user.isEmailVerified()) {
            throw new ProblemException(ProblemCode.CONFLICT, "email-unverified");
        }
    }

    /** PostgreSQL logs the values of a violated constraint, so only a concurrent change may violate it. */
    private void requireFreePhone(UUID userId, String phone) {
        if (phone != null && users.existsByPhoneAndIdNot(phone, userId)) {
            throw new ProblemException(ProblemCode.PHONE_TAKEN);
        }
    }

    private User find(UUID userId) {
        return users.findForUpdateById(userId).orElseThrow(() -> ProblemException.notFound("user"));
    }
}
