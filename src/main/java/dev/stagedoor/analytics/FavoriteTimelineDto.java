package dev.stagedoor.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.UUID;

/** How favorites of a company, or of one of its activities, came and went. */
@Schema(description = "How favorites of a company, or of one of its activities, came and went")
public record FavoriteTimelineDto(
        @Schema(
                description = "The company",
                example = "c0000000-0000-4000-8000-000000000001",
                requiredMode = RequiredMode.REQUIRED)
        UUID companyId,

        @Schema(
                description = "How long a point lasts",
                allowableValues = {"day", "week", "month"},
                example = "week",
                requiredMode = RequiredMode.REQUIRED)
        String interval,

        @Schema(description = "In the order of time, without gaps", requiredMode = RequiredMode.REQUIRED)
        List<TimelinePointDto> points) {}
