package dev.stagedoor.browse;

public enum ActivitySort {
    /** Most favorites first. */
    POPULAR,
    /** Newest first. */
    NEWEST
}
