package dev.stagedoor.notification;

import dev.stagedoor.access.TokenPurpose;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** What a mail is about; its texts are in {@code notice/messages} under this name. */
@Getter(AccessLevel.PACKAGE)
@RequiredArgsConstructor
enum EmailType {
    VERIFY_EMAIL(TokenPurpose.VERIFY_EMAIL, "/verify-email"),
    RESET_PASSWORD(TokenPurpose.RESET_PASSWORD, "/reset-password"),
    RESTORE_ACCOUNT(TokenPurpose.RESTORE_ACCOUNT, "/restore-account"),
    PASSWORD_CHANGED,
    PHONE_CHANGED,
    IDENTITY_LINKED,
    SESSION_REPLAYED;

    /** Null where the mail has no link. */
    private final TokenPurpose purpose;

    private final String page;

    EmailType() {
        this(null, null);
    }

    /** Whether there is still reason for it. */
    boolean concerns(EmailRecipient recipient) {
        return switch (this) {
            case VERIFY_EMAIL -> recipient.active() && !recipient.emailVerified();
            case RESET_PASSWORD -> recipient.active();
            case RESTORE_ACCOUNT -> recipient.hasLeft();
            default -> true;
        };
    }
}
