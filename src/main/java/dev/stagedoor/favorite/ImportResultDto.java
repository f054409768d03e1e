package dev.stagedoor.favorite;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/** What became of each activity of an import, in the order sent. */
@Schema(description = "What became of each activity of an import, in the order sent")
public record ImportResultDto(
        @ArraySchema(
                arraySchema = @Schema(description = "Saved now"),
                schema = @Schema(format = "uuid", example = "a0000000-0000-4000-8000-000000000001"))
        List<UUID> added,

        @ArraySchema(
                arraySchema = @Schema(description = "Saved before"),
                schema = @Schema(format = "uuid", example = "a0000000-0000-4000-8000-000000000001"))
        List<UUID> existing,

        @ArraySchema(
                arraySchema = @Schema(description = "No activity of the catalog"),
                schema = @Schema(format = "uuid", example = "a0000000-0000-4000-8000-000000000001"))
        List<UUID> unknown) {}
