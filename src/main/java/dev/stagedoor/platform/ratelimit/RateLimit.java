package dev.stagedoor.platform.ratelimit;

import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** The rate-limited operations. {@code stagedoor.rate-limit.limits} defines the limits. */
@Getter(AccessLevel.PACKAGE)
@RequiredArgsConstructor
public enum RateLimit {
    /** Wrong passwords per account and client address. */
    LOGIN_BY_ACCOUNT_AND_ADDRESS,
    /** Wrong passwords per account, from all addresses. */
    LOGIN_BY_ACCOUNT(RateLimit.MANY),
    /** Wrong passwords per client address, for all accounts. */
    LOGIN_BY_ADDRESS,
    /** Wrong passwords per known device of an account. */
    LOGIN_BY_DEVICE,
    /** Remembers that a limit has locked an account. Rejects nothing. */
    LOCK_BY_ACCOUNT,
    /** Sign-ups per client address. */
    REGISTRATION_BY_ADDRESS,
    /** Token refreshes per client address. */
    REFRESH_BY_ADDRESS,
    /** Requested emails per account and client address. */
    MAIL_BY_ACCOUNT_AND_ADDRESS,
    /** Requested emails per account. */
    MAIL_BY_ACCOUNT(RateLimit.MANY),
    /** Requested emails per client address. */
    MAIL_BY_ADDRESS,
    /** Invalid one-time tokens per client address. */
    TOKEN_BY_ADDRESS,
    /** Invalid calls without a caller, per client address. Counted per instance. */
    INVALID_CALL_BY_ADDRESS,
    /** Changes of the phone number per account. */
    PHONE_BY_ACCOUNT;

    /**
     * A core verifies fewer passwords within 15 minutes, so that a client cannot evict the bucket of an account by trying
     * passwords of other accounts.
     */
    private static final int MANY = 20_000;

    /** A client with more networks than this evicts its own buckets, but needs none of them: new networks have new buckets. */
    private static final int FEW = 5_000;

    /** The number of buckets that an instance stores. */
    private final int maxBuckets;

    RateLimit() {
        this(RateLimit.FEW);
    }

    boolean isLogin() {
        return name().startsWith("LOGIN");
    }

    /** A request must not wait for Redis before it is known to be invalid. */
    boolean isLocal() {
        return this == INVALID_CALL_BY_ADDRESS;
    }
}
