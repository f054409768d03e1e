package dev.stagedoor.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/** What a bulk call did. */
@Schema(description = "What a bulk call did")
public record BulkResultDto(
        @Schema(description = "New activities", example = "12", requiredMode = RequiredMode.REQUIRED)
        int created,

        @Schema(description = "Activities that differed", example = "3", requiredMode = RequiredMode.REQUIRED)
        int updated,

        @Schema(description = "Activities that were so already", example = "985", requiredMode = RequiredMode.REQUIRED)
        int unchanged) {}
