package dev.stagedoor.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * Whom a mail is for, as the account stands when it is written.
 *
 * @param language BCP 47, or null
 * @param leftAt   when its owner deleted the account; null where that is not so
 */
record EmailRecipient(
        UUID userId,
        String email,
        boolean emailVerified,
        String firstName,
        String language,
        boolean active,
        Instant leftAt) {

    boolean hasLeft() {
        return leftAt != null;
    }

    /** Null while the mailbox is not proved: whoever registers chooses the name, and strangers get that mail. */
    String greetedAs() {
        return emailVerified ? firstName : null;
    }
}
