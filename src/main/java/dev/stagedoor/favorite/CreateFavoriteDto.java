package dev.stagedoor.favorite;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** The activity to save. */
@Schema(description = "The activity to save")
public record CreateFavoriteDto(
        @Schema(description = "The activity's id", example = "a0000000-0000-4000-8000-000000000001") @NotNull
        UUID activityId) {}
