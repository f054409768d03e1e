package dev.stagedoor.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

@Schema(description = "Statistics of an interval, limited to the date range")
public record TimelinePointDto(LocalDate date, long added, long removed, long favoritesCount) {}
