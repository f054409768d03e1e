package dev.stagedoor.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@Schema(description = "Favorite statistics of a company, most favorites first")
public record FavoriteAnalyticsDto(
        UUID companyId,
        LocalDate from,
        LocalDate to,
        FavoriteTotalsDto totals,
        PreviousRangeDto previous,
        List<FavoriteActivityAnalyticsItemDto> items,
        @Nullable String nextCursor) {}
