package dev.stagedoor.analytics;

import io.swagger.v3.oas.annotations.media.Schema;

/** The figures of the whole company. */
@Schema(description = "The figures of the whole company, whatever the page or the type shown")
public record FavoriteTotalsDto(
        @Schema(description = "Favorites that stand now") long favoritesCount,

        @Schema(description = "Saved in the window") long added,

        @Schema(description = "Taken back in the window") long removed) {}
