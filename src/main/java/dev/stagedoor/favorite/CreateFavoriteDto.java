package dev.stagedoor.favorite;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

@Schema(description = "The activity to save")
public record CreateFavoriteDto(@NotNull UUID activityId) {}
