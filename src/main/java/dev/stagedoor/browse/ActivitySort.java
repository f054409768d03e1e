package dev.stagedoor.browse;

import com.fasterxml.jackson.annotation.JsonProperty;

public enum ActivitySort {
    /** Most favorites first. */
    @JsonProperty("popular")
    POPULAR,
    /** Newest first. */
    @JsonProperty("newest")
    NEWEST
}
