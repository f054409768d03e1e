package dev.stagedoor.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

@Schema(description = "Totals of the date range of the same length directly before")
public record PreviousRangeDto(LocalDate from, LocalDate to, long added, long removed) {}
