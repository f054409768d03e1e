package dev.stagedoor.catalog;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a bulk call did. */
@Schema(description = "What a bulk call did")
public record BulkResultDto(
        @Schema(description = "New activities") int created,

        @Schema(description = "Activities that differed") int updated,

        @Schema(description = "Activities that were so already")
        int unchanged) {}
