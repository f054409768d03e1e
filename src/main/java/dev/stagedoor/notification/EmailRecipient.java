package dev.stagedoor.notification;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * The account that an email is sent to.
 *
 * @param language  BCP 47
 * @param deletedAt null unless the owner has deleted the account
 */
record EmailRecipient(
        UUID userId,
        String email,
        boolean emailVerified,
        String firstName,
        @Nullable String language,
        boolean active,
        @Nullable Instant deletedAt) {

    /** Returns a copy with a language for a profile that has none. */
    EmailRecipient withDefaultLanguage(@Nullable String other) {
        return language == null
                ? new EmailRecipient(userId, email, emailVerified, firstName, other, active, deletedAt)
                : this;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    /** Returns null for an unverified address: anyone can register another person's address with any name. */
    @Nullable
    String salutationName() {
        return emailVerified && !firstName.isBlank() ? firstName : null;
    }
}
