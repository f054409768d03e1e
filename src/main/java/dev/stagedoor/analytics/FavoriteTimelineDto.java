package dev.stagedoor.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

@Schema(description = "Added and removed favorites of a company or activity over time")
public record FavoriteTimelineDto(
        @Schema(description = "Id of the company") UUID companyId,

        @Schema(
                description = "Length of an interval",
                allowableValues = {"day", "week", "month"})
        String interval,

        @Schema(description = "Points in chronological order, without gaps")
        List<TimelinePointDto> points) {}
