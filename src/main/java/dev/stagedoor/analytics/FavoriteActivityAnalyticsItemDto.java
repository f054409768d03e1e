package dev.stagedoor.analytics;

import dev.stagedoor.catalog.ActivityType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

@Schema(description = "Statistics of an activity")
public record FavoriteActivityAnalyticsItemDto(
        UUID activityId, String title, ActivityType type, long favoritesCount, long added, long removed) {}
