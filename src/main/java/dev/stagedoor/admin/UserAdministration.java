package dev.stagedoor.admin;

import dev.stagedoor.account.AccountService;
import dev.stagedoor.account.AdminUserDto;
import dev.stagedoor.account.Role;
import dev.stagedoor.account.UserFilter;
import dev.stagedoor.account.UserKeyset;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import dev.stagedoor.platform.web.Cursors;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import lombok.RequiredArgsConstructor;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Lists accounts and updates their rights. */
@Service
@RequiredArgsConstructor
public class UserAdministration {

    private final AccountService accounts;
    private final AuditLog auditLog;
    private final SecurityLog securityLog;
    private final Cursors cursors;
    private final TransactionOperations transaction;

    /** Updates that wait for each other must not occupy database connections. */
    private final Lock updates = new ReentrantLock(true);

    public UserListResponseDto list(CurrentUser actor, UserFilter filter, int page, int limit) {
        recordListing(actor, filter);
        var users = accounts.list(filter, page, limit);
        return new UserListResponseDto(
                users.getContent(), page, limit, users.getTotalElements(), nextCursor(actor, filter, users));
    }

    /**
     * Returns the page after a cursor. Accounts that are created in the meantime do not shift it.
     *
     * @throws ProblemException {@code invalid-cursor}
     */
    public UserListResponseDto listAfter(CurrentUser actor, UserFilter filter, String cursor, int limit) {
        var position = cursors.open(scope(actor, filter), cursor);
        recordListing(actor, filter);
        var after = new UserKeyset(Instant.parse(position.get(0)), UUID.fromString(position.get(1)));
        var users = accounts.list(filter, after, limit);
        return new UserListResponseDto(
                users.getContent(), null, limit, accounts.count(filter), nextCursor(actor, filter, users));
    }

    private String nextCursor(CurrentUser actor, UserFilter filter, Slice<AdminUserDto> users) {
        if (!users.hasNext()) {
            return null;
        }
        var last = users.getContent().get(users.getNumberOfElements() - 1);
        return cursors.seal(scope(actor, filter), last.createdAt(), last.id());
    }

    private void recordListing(CurrentUser actor, UserFilter filter) {
        auditLog.record(
                actor,
                AuditAction.USERS_LISTED,
                null,
                null,
                new Listing(filter.role(), filter.active(), filter.email() != null, filter.search() != null));
    }

    private static String scope(CurrentUser actor, UserFilter filter) {
        return "users " + actor.userId() + " " + filter;
    }

    /** @throws ProblemException {@code not-found} */
    public AdminUserDto find(CurrentUser actor, UUID userId) {
        var user = accounts.read(userId);
        auditLog.record(actor, AuditAction.USER_READ, userId, null, null);
        return user;
    }

    /**
     * Updates an account's rights. The transaction locks the caller's row, so that admins who demote each other concurrently
     * cannot remove the last admin.
     *
     * @throws ProblemException {@code not-found}; {@code conflict} if the caller would lose its own admin rights
     */
    public AdminUserDto update(CurrentUser actor, UUID userId, UpdateUserDto update) {
        if (actor.userId().equals(userId) && update.removesAdminRights()) {
            throw new ProblemException(ProblemCode.CONFLICT, "own-admin-rights");
        }
        updates.lock();
        try {
            return transaction.execute(status -> updateInTransaction(actor, userId, update));
        } finally {
            updates.unlock();
        }
    }

    private AdminUserDto updateInTransaction(CurrentUser actor, UUID userId, UpdateUserDto update) {
        accounts.lock(userId);
        var before = accounts.read(userId);
        var changed = accounts.grant(userId, update.toRights());
        var after = accounts.read(userId);
        if (changed) {
            auditLog.record(actor, AuditAction.USER_UPDATED, userId, UserRights.of(before), UserRights.of(after));
            securityLog.record(SecurityEvent.RIGHTS_CHANGED, userId, details(actor, after));
        }
        return after;
    }

    private static Map<String, ?> details(CurrentUser actor, AdminUserDto user) {
        return Map.of(
                "actorId", actor.userId(),
                "role", user.role(),
                "isActive", user.isActive(),
                "isOrganizer", user.isOrganizer());
    }

    /** The audited filter, without the email and the searched text. */
    private record Listing(Role role, Boolean active, boolean byEmail, boolean bySearch) {}

    /** The audited state of the account. */
    private record UserRights(Role role, boolean isActive, boolean isOrganizer) {
        static UserRights of(AdminUserDto user) {
            return new UserRights(user.role(), user.isActive(), user.isOrganizer());
        }
    }
}
