package dev.stagedoor.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** How long a point of a timeline lasts. */
@Schema(
        type = "string",
        allowableValues = {"day", "week", "month"})
public enum TimelineInterval {
    DAY,
    /** From Monday to Sunday (ISO 8601). */
    WEEK,
    MONTH;

    /** The lower-case name of the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By the lower-case name of the wire, and only that. */
    public static TimelineInterval of(String name) {
        return switch (name) {
            case "day" -> DAY;
            case "week" -> WEEK;
            case "month" -> MONTH;
            default -> throw new IllegalArgumentException("no interval");
        };
    }
}
