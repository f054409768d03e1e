package dev.stagedoor.analytics;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "Totals of the company, independent of page and filters")
public record FavoriteTotalsDto(long favoritesCount, long added, long removed) {}
