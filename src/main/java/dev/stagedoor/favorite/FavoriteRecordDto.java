package dev.stagedoor.favorite;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.UUID;

/** One saved activity. */
@Schema(description = "One saved activity")
public record FavoriteRecordDto(
        @Schema(
                description = "The favorite's own id",
                example = "019a1f52-7c1e-7c3a-9d57-0b6a5f1d2e3c",
                requiredMode = RequiredMode.REQUIRED)
        UUID id,

        @Schema(
                description = "The saved activity's id",
                example = "a0000000-0000-4000-8000-000000000001",
                requiredMode = RequiredMode.REQUIRED)
        UUID activityId,

        @Schema(
                description = "When it was saved",
                example = "2026-11-21T09:30:00.123456Z",
                requiredMode = RequiredMode.REQUIRED)
        Instant createdAt,

        @Schema(description = "What was saved", requiredMode = RequiredMode.REQUIRED)
        FavoriteActivityDto activity) {}
