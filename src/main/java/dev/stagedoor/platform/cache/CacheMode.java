package dev.stagedoor.platform.cache;

/** The storage of cached data and rate limits. */
public enum CacheMode {
    /** The memory of each instance. */
    CAFFEINE,
    /** The memory of each instance, and Redis for data that all instances share. */
    REDIS,
    /** No cache: every read goes to the database. */
    NONE
}
