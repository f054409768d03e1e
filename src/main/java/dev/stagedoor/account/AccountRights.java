package dev.stagedoor.account;

import java.time.Instant;

/** A partial change of what an account may do; null leaves a right as it is. */
public record AccountRights(Role role, Boolean active, Boolean organizer) {

    /** Whether anything changed. */
    boolean applyTo(User user, Instant now) {
        var before = user.rights();
        var after = new AccountRights(
                role == null ? before.role() : role,
                active == null ? before.active() : active,
                organizer == null ? before.organizer() : organizer);
        if (after.equals(before)) {
            return false;
        }
        user.grant(after, now);
        return true;
    }
}
