package dev.stagedoor.access;

/** What a one-time token is good for, and for nothing else. */
public enum TokenPurpose {
    VERIFY_EMAIL,
    RESET_PASSWORD,
    RESTORE_ACCOUNT
}
