package dev.stagedoor.favorite;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

@Schema(description = "A favorite")
public record FavoriteRecordDto(UUID id, UUID activityId, Instant createdAt, FavoriteActivityDto activity) {}
