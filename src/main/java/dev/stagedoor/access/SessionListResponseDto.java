package dev.stagedoor.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Where the person is signed in, last used first. */
@Schema(description = "Where the person is signed in, last used first")
public record SessionListResponseDto(
        @Schema(description = "The sessions") List<SessionDto> items) {}
