package dev.stagedoor.platform.cache;

/** Where instances remember what they read or count. */
public enum CacheMode {
    /** Each in its own memory. */
    CAFFEINE,
    /** In its own memory, and in Redis what must be one for all. */
    REDIS,
    /** Nowhere: everything is read anew. */
    NONE
}
