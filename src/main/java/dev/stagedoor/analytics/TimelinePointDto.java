package dev.stagedoor.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/** The figures of a day, a week or a month. */
@Schema(description = "The figures of a day, a week or a month, as far as it lies in the window")
public record TimelinePointDto(
        @Schema(description = "Its first day (UTC): a week's Monday, a month's first")
        LocalDate date,

        @Schema(description = "Saved in it") long added,

        @Schema(description = "Taken back in it") long removed,

        @Schema(description = "Favorites that stood at its end")
        long favoritesCount) {}
