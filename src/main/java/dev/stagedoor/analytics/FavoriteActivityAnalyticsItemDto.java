package dev.stagedoor.analytics;

import dev.stagedoor.catalog.ActivityType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** The figures of one activity. */
@Schema(description = "The figures of one activity")
public record FavoriteActivityAnalyticsItemDto(
        @Schema(description = "The activity's id") UUID activityId,

        @Schema(description = "What people read") String title,

        @Schema(description = "How it is booked") ActivityType type,

        @Schema(description = "How many people have saved it now")
        long favoritesCount,

        @Schema(description = "How often it was saved in the window")
        long added,

        @Schema(description = "How often it was taken back in the window")
        long removed) {}
