package dev.stagedoor.me;

import dev.stagedoor.access.SessionCache;
import dev.stagedoor.account.AccountEvent;
import dev.stagedoor.catalog.MembershipChanged;
import dev.stagedoor.platform.persistence.AfterCommit;
import dev.stagedoor.profile.ProfileChanged;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Forgets what was remembered of somebody, as soon as a change is committed. With the caller goes the revision that it was
 * found with, so in this instance no older value is believed from then on.
 */
@Component
@RequiredArgsConstructor
class UserCacheEviction {

    private final SessionCache callers;
    private final UserCache users;

    @EventListener
    void on(AccountEvent event) {
        callers.evict(event.userId());
        evict(event.userId());
    }

    @EventListener
    void on(ProfileChanged event) {
        evict(event.userId());
    }

    @EventListener
    void on(MembershipChanged event) {
        evict(event.userId());
    }

    private void evict(UUID userId) {
        callers.evictRevision(userId);
        AfterCommit.run(() -> users.evict(userId));
    }
}
