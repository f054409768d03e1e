package dev.stagedoor.analytics;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "Totals of the company, independent of page and filters")
public record FavoriteTotalsDto(
        @Schema(description = "Current number of favorites") long favoritesCount,

        @Schema(description = "Favorites added in the date range")
        long added,

        @Schema(description = "Favorites removed in the date range")
        long removed) {}
