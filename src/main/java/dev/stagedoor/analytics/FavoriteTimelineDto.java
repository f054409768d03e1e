package dev.stagedoor.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/** How favorites of a company, or of one of its activities, came and went. */
@Schema(description = "How favorites of a company, or of one of its activities, came and went")
public record FavoriteTimelineDto(
        @Schema(description = "The company") UUID companyId,

        @Schema(
                description = "How long a point lasts",
                allowableValues = {"day", "week", "month"})
        String interval,

        @Schema(description = "In the order of time, without gaps")
        List<TimelinePointDto> points) {}
