package dev.stagedoor.account;

import java.time.Instant;

/** A partial update of an account's rights. Null leaves a right unchanged. */
public record AccountRights(Role role, Boolean active, Boolean organizer) {

    /** Returns whether a right changed. */
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
