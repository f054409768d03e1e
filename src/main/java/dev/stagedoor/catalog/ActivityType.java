package dev.stagedoor.catalog;

import io.swagger.v3.oas.annotations.media.Schema;

/** How an activity is booked. */
@Schema(enumAsRef = true, description = "How an activity is booked: at set times, or by arrangement")
public enum ActivityType {
    /** At set times, such as a course or a tour. */
    SLOT_BASED,
    /** By arrangement, such as a private lesson. */
    SERVICE
}
