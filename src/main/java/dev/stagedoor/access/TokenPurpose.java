package dev.stagedoor.access;

/** The only operation that a one-time token permits. */
public enum TokenPurpose {
    VERIFY_EMAIL,
    RESET_PASSWORD,
    RESTORE_ACCOUNT;

    /** Returns whether a used token still succeeds: mail programs and users open a verification link twice. */
    boolean isRepeatable() {
        return this == VERIFY_EMAIL;
    }
}
