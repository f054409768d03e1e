package dev.stagedoor.catalog;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(enumAsRef = true, description = "How an activity is booked: at fixed times, or by arrangement")
public enum ActivityType {
    /** Has fixed times, for example a course or a tour. */
    SLOT_BASED,
    /** Is arranged individually, for example a private lesson. */
    SERVICE
}
