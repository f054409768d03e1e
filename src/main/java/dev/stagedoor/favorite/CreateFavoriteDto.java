package dev.stagedoor.favorite;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** The activity to save. */
@Schema(description = "The activity to save")
public record CreateFavoriteDto(
        @Schema(description = "The activity's id") @NotNull UUID activityId) {}
