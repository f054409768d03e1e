package dev.stagedoor.browse;

/** In which order activities are browsed. */
public enum ActivitySort {
    /** Most saved first. */
    POPULAR,
    /** Newest first. */
    NEWEST
}
