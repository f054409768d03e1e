package dev.stagedoor.browse;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(enumAsRef = true, description = "Order of activities")
public enum ActivitySort {
    /** Most favorites first. */
    @JsonProperty("popular")
    POPULAR,
    /** Newest first. */
    @JsonProperty("newest")
    NEWEST
}
