package dev.stagedoor.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What people save of a company's activities, most favorited first. */
@Schema(description = "What people save of a company's activities, most favorited first")
public record FavoriteAnalyticsDto(
        @Schema(
                description = "The company",
                example = "c0000000-0000-4000-8000-000000000001",
                requiredMode = RequiredMode.REQUIRED)
        UUID companyId,

        @Schema(
                description = "The window's first day (UTC)",
                example = "2026-10-23",
                requiredMode = RequiredMode.REQUIRED)
        LocalDate from,

        @Schema(
                description = "The window's last day (UTC)",
                example = "2026-11-21",
                requiredMode = RequiredMode.REQUIRED)
        LocalDate to,

        @Schema(description = "The whole company in figures", requiredMode = RequiredMode.REQUIRED)
        FavoriteTotalsDto totals,

        @Schema(description = "To compare with", requiredMode = RequiredMode.REQUIRED)
        PreviousRangeDto previous,

        @Schema(description = "The activities of this page", requiredMode = RequiredMode.REQUIRED)
        List<FavoriteActivityAnalyticsItemDto> items,

        @Schema(
                description = "Where the next page begins; null on the last page",
                example = "Vv3uXlZ0qWtRj8yPk2mFsDIwMjYtMTEtMjFUMDk6MzA6MDBa",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String nextCursor) {}
