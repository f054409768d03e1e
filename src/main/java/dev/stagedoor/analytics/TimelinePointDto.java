package dev.stagedoor.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.LocalDate;

/** The figures of a day, a week or a month. */
@Schema(description = "The figures of a day, a week or a month, as far as it lies in the window")
public record TimelinePointDto(
        @Schema(
                description = "Its first day (UTC): a week's Monday, a month's first",
                example = "2026-11-16",
                requiredMode = RequiredMode.REQUIRED)
        LocalDate date,

        @Schema(description = "Saved in it", example = "24", requiredMode = RequiredMode.REQUIRED)
        long added,

        @Schema(description = "Taken back in it", example = "3", requiredMode = RequiredMode.REQUIRED)
        long removed,

        @Schema(description = "Favorites that stood at its end", example = "128", requiredMode = RequiredMode.REQUIRED)
        long favoritesCount) {}
