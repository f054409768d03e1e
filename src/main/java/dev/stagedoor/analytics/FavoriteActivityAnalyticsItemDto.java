package dev.stagedoor.analytics;

import dev.stagedoor.catalog.ActivityType;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.UUID;

/** The figures of one activity. */
@Schema(description = "The figures of one activity")
public record FavoriteActivityAnalyticsItemDto(
        @Schema(
                description = "The activity's id",
                example = "a0000000-0000-4000-8000-000000000001",
                requiredMode = RequiredMode.REQUIRED)
        UUID activityId,

        @Schema(
                description = "What people read",
                example = "First Rope: climbing for beginners",
                requiredMode = RequiredMode.REQUIRED)
        String title,

        @Schema(description = "How it is booked", requiredMode = RequiredMode.REQUIRED)
        ActivityType type,

        @Schema(
                description = "How many people have saved it now",
                example = "128",
                requiredMode = RequiredMode.REQUIRED)
        long favoritesCount,

        @Schema(
                description = "How often it was saved in the window",
                example = "24",
                requiredMode = RequiredMode.REQUIRED)
        long added,

        @Schema(
                description = "How often it was taken back in the window",
                example = "3",
                requiredMode = RequiredMode.REQUIRED)
        long removed) {}
