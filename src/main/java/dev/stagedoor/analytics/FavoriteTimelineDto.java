package dev.stagedoor.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

@Schema(description = "Added and removed favorites of a company or activity over time")
public record FavoriteTimelineDto(
        UUID companyId,
        @Schema(allowableValues = {"day", "week", "month"}) String interval,
        List<TimelinePointDto> points) {}
