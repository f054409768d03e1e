package dev.stagedoor.catalog;

import dev.stagedoor.account.AccountEvent.AccountPurged;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Company memberships. */
@Service
@RequiredArgsConstructor
public class MembershipService {

    private final MembershipRepository memberships;
    private final ApplicationEventPublisher events;

    /** Returns and locks the role of the user in the company. */
    @Transactional
    public Optional<MemberRole> find(UUID companyId, UUID userId) {
        return memberships.findForUpdate(companyId, userId);
    }

    /** Creates the membership or changes its role. The user must exist. Returns false if the company does not exist. */
    @Transactional
    public boolean put(UUID companyId, UUID userId, MemberRole role) {
        events.publishEvent(new MembershipChanged(userId));
        return memberships.put(companyId, userId, role);
    }

    @Transactional
    public void remove(UUID companyId, UUID userId) {
        events.publishEvent(new MembershipChanged(userId));
        memberships.delete(companyId, userId);
    }

    /** Publishes a change of the company for each of its members. */
    void publishChange(UUID companyId) {
        memberships.findUserIds(companyId).forEach(userId -> events.publishEvent(new MembershipChanged(userId)));
    }

    @EventListener
    void on(AccountPurged event) {
        memberships.deleteAll(event.userId());
    }
}
