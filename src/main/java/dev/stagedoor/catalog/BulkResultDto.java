package dev.stagedoor.catalog;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "Result of a bulk update")
public record BulkResultDto(
        @Schema(description = "Number of created activities")
        int created,

        @Schema(description = "Number of updated activities")
        int updated,

        @Schema(description = "Number of unchanged activities")
        int unchanged) {}
