package dev.stagedoor.admin;

import dev.stagedoor.account.AccountService;
import dev.stagedoor.account.Role;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists accounts and changes what they may do. */
@Service
@RequiredArgsConstructor
public class UserAdministration {

    private final AdminUserQuery directory;
    private final AccountService accounts;
    private final AuditLog trail;
    private final SecurityLog securityLog;

    @Transactional(readOnly = true)
    public UserListResponseDto list(UserFilter filter, int page, int limit) {
        return new UserListResponseDto(directory.list(filter, page, limit), page, limit, directory.count(filter));
    }

    public AdminUserDto find(UUID userId) {
        return directory.find(userId).orElseThrow(() -> ProblemException.notFound("user"));
    }

    /**
     * Refuses with {@code not-found}, and with {@code forbidden} where an admin would take its own rights. Admins who
     * change each other at the same moment take turns, and who is none any more when its turn comes is refused, so
     * one admin always remains.
     */
    @Transactional
    public AdminUserDto update(CurrentUser actor, UUID userId, UpdateUserDto update) {
        if (!accounts.lockAdmins().contains(actor.id())) {
            throw ProblemException.forbidden("This account is no admin any more.");
        }
        if (actor.id().equals(userId) && update.takesAdminAway()) {
            throw ProblemException.forbidden("An admin cannot demote or deactivate itself; ask another one.");
        }
        var before = find(userId);
        accounts.grant(userId, update.toRights());
        var after = find(userId);
        if (!after.equals(before)) {
            trail.record(actor, AuditAction.USER_UPDATED, userId, UserRights.of(before), UserRights.of(after));
            securityLog.record(SecurityEvent.RIGHTS_CHANGED, userId, facts(actor, after));
        }
        return after;
    }

    private static Map<String, ?> facts(CurrentUser actor, AdminUserDto user) {
        return Map.of(
                "actorId", actor.id(),
                "role", user.role(),
                "isActive", user.isActive(),
                "isOrganizer", user.isOrganizer());
    }

    /** What of an account an admin can change, for the trail. */
    private record UserRights(Role role, boolean isActive, boolean isOrganizer) {
        static UserRights of(AdminUserDto user) {
            return new UserRights(user.role(), user.isActive(), user.isOrganizer());
        }
    }
}
