package dev.stagedoor.favorite;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

@Schema(description = "A favorite")
public record FavoriteRecordDto(
        @Schema(description = "Id of the favorite") UUID id,

        @Schema(description = "Id of the activity") UUID activityId,

        @Schema(description = "Time at which it was saved") Instant createdAt,

        @Schema(description = "The activity") FavoriteActivityDto activity) {}
