package dev.stagedoor.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What people save of a company's activities, most favorited first. */
@Schema(description = "What people save of a company's activities, most favorited first")
public record FavoriteAnalyticsDto(
        @Schema(description = "The company") UUID companyId,

        @Schema(description = "The window's first day (UTC)")
        LocalDate from,

        @Schema(description = "The window's last day (UTC)") LocalDate to,

        @Schema(description = "The whole company in figures")
        FavoriteTotalsDto totals,

        @Schema(description = "To compare with") PreviousRangeDto previous,

        @Schema(description = "The activities of this page") List<FavoriteActivityAnalyticsItemDto> items,

        @Schema(description = "Where the next page begins; null on the last page") @Nullable
        String nextCursor) {}
