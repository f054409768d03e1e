package dev.stagedoor.me;

import dev.stagedoor.access.SessionCache;
import dev.stagedoor.account.AccountEvent;
import dev.stagedoor.account.AccountEvent.AccountRegistered;
import dev.stagedoor.catalog.MembershipChanged;
import dev.stagedoor.platform.persistence.AfterCommit;
import dev.stagedoor.profile.ProfileChanged;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Evicts a user's entries when a change is committed. */
@Component
@RequiredArgsConstructor
class UserCacheEviction {

    private final SessionCache sessions;
    private final UserCache users;

    /** A new account has no entries yet. */
    @EventListener
    void on(AccountEvent event) {
        if (!(event instanceof AccountRegistered)) {
            sessions.evict(event.userId());
            evict(event.userId());
        }
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
        AfterCommit.run(() -> users.evict(userId));
    }
}
