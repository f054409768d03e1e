package dev.stagedoor.notification;

import dev.stagedoor.access.TokenPurpose;
import jakarta.annotation.Nullable;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** The type of an email. The keys of its texts in {@code email/messages} start with the name. */
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

    /** The purpose of the token in the link; null for an email without a link. */
    @Nullable
    private final TokenPurpose purpose;

    @Nullable
    private final String page;

    EmailType() {
        this(null, null);
    }

    /**
     * Returns whether the daily limit of an unverified address applies. Reset and restore links have limits of their own, so that
     * other emails cannot prevent them.
     */
    boolean isLimited() {
        return this != RESET_PASSWORD && this != RESTORE_ACCOUNT;
    }

    /** Returns whether the reason for the email still exists. */
    boolean appliesTo(EmailRecipient recipient) {
        return switch (this) {
            case VERIFY_EMAIL -> recipient.active() && !recipient.emailVerified();
            case RESET_PASSWORD -> recipient.active();
            case RESTORE_ACCOUNT -> recipient.isDeleted();
            default -> true;
        };
    }
}
