package dev.stagedoor.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.LocalDate;

/** The window of the same length right before, to compare with. */
@Schema(description = "The window of the same length right before, to compare with")
public record PreviousRangeDto(
        @Schema(description = "Its first day (UTC)", example = "2026-09-23", requiredMode = RequiredMode.REQUIRED)
        LocalDate from,

        @Schema(description = "Its last day (UTC)", example = "2026-10-22", requiredMode = RequiredMode.REQUIRED)
        LocalDate to,

        @Schema(description = "Saved in it", example = "180", requiredMode = RequiredMode.REQUIRED)
        long added,

        @Schema(description = "Taken back in it", example = "41", requiredMode = RequiredMode.REQUIRED)
        long removed) {}
