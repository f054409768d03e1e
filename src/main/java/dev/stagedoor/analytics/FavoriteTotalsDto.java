package dev.stagedoor.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/** The figures of the whole company. */
@Schema(description = "The figures of the whole company, whatever the page or the type shown")
public record FavoriteTotalsDto(
        @Schema(description = "Favorites that stand now", example = "1830", requiredMode = RequiredMode.REQUIRED)
        long favoritesCount,

        @Schema(description = "Saved in the window", example = "210", requiredMode = RequiredMode.REQUIRED)
        long added,

        @Schema(description = "Taken back in the window", example = "35", requiredMode = RequiredMode.REQUIRED)
        long removed) {}
