package dev.stagedoor.admin;

import dev.stagedoor.account.AccountService;
import dev.stagedoor.catalog.MemberRole;
import dev.stagedoor.catalog.MembershipService;
import dev.stagedoor.platform.problem.ProblemException;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets users into companies and out of them. */
@Service
@RequiredArgsConstructor
public class CompanyMembers {

    private final AccountService accounts;
    private final MembershipService memberships;

    /** Makes the user an organizer too. Refuses with {@code not-found} for an unknown user or company. */
    @Transactional
    public void put(UUID companyId, UUID userId, MemberRole role) {
        accounts.makeOrganizer(userId);
        if (!memberships.put(companyId, userId, role)) {
            throw ProblemException.notFound("company");
        }
    }

    /** Harmless where there is no such membership. */
    @Transactional
    public void remove(UUID companyId, UUID userId) {
        memberships.remove(companyId, userId);
    }
}
