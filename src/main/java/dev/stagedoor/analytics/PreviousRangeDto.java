package dev.stagedoor.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/** The window of the same length right before, to compare with. */
@Schema(description = "The window of the same length right before, to compare with")
public record PreviousRangeDto(
        @Schema(description = "Its first day (UTC)") LocalDate from,

        @Schema(description = "Its last day (UTC)") LocalDate to,

        @Schema(description = "Saved in it") long added,

        @Schema(description = "Taken back in it") long removed) {}
