package dev.stagedoor.admin;

import dev.stagedoor.account.AccountService;
import dev.stagedoor.catalog.MemberRole;
import dev.stagedoor.catalog.MembershipService;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.CurrentUser;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds and removes company members. */
@Service
@RequiredArgsConstructor
public class CompanyMemberAdministration {

    private final AccountService accounts;
    private final MembershipService memberships;
    private final AuditLog auditLog;

    /**
     * Adds a member or changes its role, and makes the user an organizer.
     *
     * @throws ProblemException {@code not-found} if the user or the company does not exist; {@code conflict} if the email of
     *     an owner is not verified
     */
    @Transactional
    public void put(CurrentUser actor, UUID companyId, UUID userId, MemberRole role) {
        if (role == MemberRole.OWNER) {
            accounts.requireVerifiedEmail(userId);
        }
        var isNewOrganizer = accounts.makeOrganizer(userId);
        var before = memberships.find(companyId, userId).orElse(null);
        if (!memberships.put(companyId, userId, role)) {
            throw ProblemException.notFound("company");
        }
        if (isNewOrganizer) {
            auditLog.record(actor, AuditAction.USER_UPDATED, userId, new Organizer(false), new Organizer(true));
        }
        if (before != role) {
            auditLog.record(
                    actor,
                    AuditAction.COMPANY_MEMBER_PUT,
                    userId,
                    Membership.of(companyId, before),
                    Membership.of(companyId, role));
        }
    }

    /** Does nothing if the membership does not exist. */
    @Transactional
    public void remove(CurrentUser actor, UUID companyId, UUID userId) {
        var before = memberships.find(companyId, userId);
        memberships.remove(companyId, userId);
        before.ifPresent(role -> auditLog.record(
                actor, AuditAction.COMPANY_MEMBER_DELETED, userId, Membership.of(companyId, role), null));
    }

    /** The audited state of the account. */
    private record Organizer(boolean isOrganizer) {}

    /** The audited state of the membership. */
    private record Membership(UUID companyId, MemberRole role) {
        static Membership of(UUID companyId, MemberRole role) {
            return role == null ? null : new Membership(companyId, role);
        }
    }
}
