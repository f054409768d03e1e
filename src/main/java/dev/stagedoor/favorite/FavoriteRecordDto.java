package dev.stagedoor.favorite;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** One saved activity. */
@Schema(description = "One saved activity")
public record FavoriteRecordDto(
        @Schema(description = "The favorite's own id") UUID id,

        @Schema(description = "The saved activity's id") UUID activityId,

        @Schema(description = "When it was saved") Instant createdAt,

        @Schema(description = "What was saved") FavoriteActivityDto activity) {}
