package dev.stagedoor.catalog;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "Result of a bulk update")
public record BulkResultDto(int created, int updated, int unchanged) {}
