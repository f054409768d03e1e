package dev.stagedoor.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

@Schema(description = "Statistics of an interval, limited to the date range")
public record TimelinePointDto(
        @Schema(description = "First date of the interval (UTC): Monday of a week, first day of a month")
        LocalDate date,

        @Schema(description = "Favorites added") long added,

        @Schema(description = "Favorites removed") long removed,

        @Schema(description = "Number of favorites at the end of the interval")
        long favoritesCount) {}
