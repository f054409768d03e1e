package dev.stagedoor.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.platform.web.strict.WireNames;
import io.swagger.v3.oas.annotations.media.Schema;

/** The length of an interval of a timeline. */
@Schema(enumAsRef = true, description = "Length of the intervals of a timeline")
public enum TimelineInterval {
    @JsonProperty("day")
    DAY,
    /** From Monday to Sunday (ISO 8601). */
    @JsonProperty("week")
    WEEK,
    @JsonProperty("month")
    MONTH;

    String wire() {
        return WireNames.of(this);
    }
}
