package dev.stagedoor.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

@Schema(description = "Totals of the date range of the same length directly before")
public record PreviousRangeDto(
        @Schema(description = "First date (UTC)") LocalDate from,

        @Schema(description = "Last date (UTC)") LocalDate to,

        @Schema(description = "Favorites added") long added,

        @Schema(description = "Favorites removed") long removed) {}
