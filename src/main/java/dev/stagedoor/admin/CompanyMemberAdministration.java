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

/** Lets users into companies and out of them. */
@Service
@RequiredArgsConstructor
public class CompanyMemberAdministration {

    private final AccountService accounts;
    private final MembershipService memberships;
    private final AuditLog trail;

    /** Makes the user an organizer too. Refuses with {@code not-found} for an unknown user or company. */
    @Transactional
    public void put(CurrentUser actor, UUID companyId, UUID userId, MemberRole role) {
        var isNewOrganizer = accounts.makeOrganizer(userId);
        var before = memberships.find(companyId, userId).orElse(null);
        if (!memberships.put(companyId, userId, role)) {
            throw ProblemException.notFound("company");
        }
        if (isNewOrganizer) {
            trail.record(actor, AuditAction.USER_UPDATED, userId, new Organizer(false), new Organizer(true));
        }
        if (before != role) {
            trail.record(
                    actor,
                    AuditAction.COMPANY_MEMBER_PUT,
                    userId,
                    Membership.of(companyId, before),
                    Membership.of(companyId, role));
        }
    }

    /** Harmless where there is no such membership. */
    @Transactional
    public void remove(CurrentUser actor, UUID companyId, UUID userId) {
        var before = memberships.find(companyId, userId);
        memberships.remove(companyId, userId);
        before.ifPresent(role ->
                trail.record(actor, AuditAction.COMPANY_MEMBER_DELETED, userId, Membership.of(companyId, role), null));
    }

    /** What of the account changes with its first membership. */
    private record Organizer(boolean isOrganizer) {}

    /** A membership as the trail shows it. */
    private record Membership(UUID companyId, MemberRole role) {
        static Membership of(UUID companyId, MemberRole role) {
            return role == null ? null : new Membership(companyId, role);
        }
    }
}
