package dev.stagedoor.analytics;

import dev.stagedoor.catalog.ActivityType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

@Schema(description = "Statistics of an activity")
public record FavoriteActivityAnalyticsItemDto(
        @Schema(description = "Id of the activity") UUID activityId,

        @Schema(description = "Title") String title,

        @Schema(description = "Type of booking") ActivityType type,

        @Schema(description = "Current number of favorites") long favoritesCount,

        @Schema(description = "Number of favorites added in the date range")
        long added,

        @Schema(description = "Number of favorites removed in the date range")
        long removed) {}
