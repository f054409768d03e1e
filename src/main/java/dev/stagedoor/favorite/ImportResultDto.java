package dev.stagedoor.favorite;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

@Schema(description = "Result of an import, in the order of the request")
public record ImportResultDto(
        @ArraySchema(schema = @Schema(format = "uuid", example = "a0000000-0000-4000-8000-000000000001"))
        List<UUID> added,

        @ArraySchema(schema = @Schema(format = "uuid", example = "a0000000-0000-4000-8000-000000000001"))
        List<UUID> existing,

        @ArraySchema(schema = @Schema(format = "uuid", example = "a0000000-0000-4000-8000-000000000001"))
        List<UUID> unknown) {}
