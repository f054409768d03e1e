package dev.stagedoor.access;

/** The only operation that a one-time token permits. */
public enum TokenPurpose {
    VERIFY_EMAIL,
    RESET_PASSWORD,
    RESTORE_ACCOUNT
}
