package dev.stagedoor.platform.ratelimit;

/** What is limited. How far, says {@code stagedoor.rate-limit.limits}. */
public enum RateLimit {
    /** Wrong passwords tried on one account. */
    LOGIN_BY_ACCOUNT,
    /** Wrong passwords tried from one address. */
    LOGIN_BY_ADDRESS,
    /** New accounts from one address. */
    REGISTRATION_BY_ADDRESS,
    /** Sessions refreshed from one address. */
    REFRESH_BY_ADDRESS,
    /** Mails asked for to one account. */
    MAIL_BY_ACCOUNT,
    /** Mails asked for from one address. */
    MAIL_BY_ADDRESS,
    /** One-time tokens tried in vain from one address. */
    TOKEN_BY_ADDRESS;

    boolean isOfLogin() {
        return this == LOGIN_BY_ACCOUNT || this == LOGIN_BY_ADDRESS;
    }
}
