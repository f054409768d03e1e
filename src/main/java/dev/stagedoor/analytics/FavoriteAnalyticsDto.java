package dev.stagedoor.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@Schema(description = "Favorite statistics of a company, most favorites first")
public record FavoriteAnalyticsDto(
        @Schema(description = "Id of the company") UUID companyId,

        @Schema(description = "First date of the range (UTC)")
        LocalDate from,

        @Schema(description = "Last date of the range (UTC)")
        LocalDate to,

        @Schema(description = "Totals of the company") FavoriteTotalsDto totals,

        @Schema(description = "Totals of the previous range")
        PreviousRangeDto previous,

        @Schema(description = "Activities of this page") List<FavoriteActivityAnalyticsItemDto> items,

        @Schema(description = "Cursor of the next page; null on the last page") @Nullable
        String nextCursor) {}
