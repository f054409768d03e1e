package dev.stagedoor.favorite;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

@Schema(description = "Result of an import, in the order of the request")
public record ImportResultDto(List<UUID> added, List<UUID> existing, List<UUID> unknown) {}
