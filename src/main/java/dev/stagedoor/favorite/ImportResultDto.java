package dev.stagedoor.favorite;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.UUID;

/** What became of each activity of an import, in the order sent. */
@Schema(description = "What became of each activity of an import, in the order sent")
public record ImportResultDto(
        @Schema(description = "Saved now", requiredMode = RequiredMode.REQUIRED)
        List<UUID> added,

        @Schema(description = "Saved before", requiredMode = RequiredMode.REQUIRED)
        List<UUID> existing,

        @Schema(description = "No activity of the catalog", requiredMode = RequiredMode.REQUIRED)
        List<UUID> unknown) {}
