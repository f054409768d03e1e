package dev.stagedoor.platform.ratelimit;

/** The rate-limited operations. {@code stagedoor.rate-limit.limits} defines the limits. */
public enum RateLimit {
    /** Wrong passwords per account. */
    LOGIN_BY_ACCOUNT,
    /** Wrong passwords per client address. */
    LOGIN_BY_ADDRESS,
    /** Sign-ups per client address. */
    REGISTRATION_BY_ADDRESS,
    /** Token refreshes per client address. */
    REFRESH_BY_ADDRESS,
    /** Requested emails per account. */
    MAIL_BY_ACCOUNT,
    /** Requested emails per client address. */
    MAIL_BY_ADDRESS,
    /** Invalid one-time tokens per client address. */
    TOKEN_BY_ADDRESS;

    boolean isLogin() {
        return this == LOGIN_BY_ACCOUNT || this == LOGIN_BY_ADDRESS;
    }
}
