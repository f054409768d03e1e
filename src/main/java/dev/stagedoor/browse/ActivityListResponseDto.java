package dev.stagedoor.browse;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.util.List;

/** A page of activities. */
@Schema(description = "A page of activities")
public record ActivityListResponseDto(
        @Schema(description = "The activities of this page") List<ActivityDto> items,

        @Schema(description = "Where the next page begins; null on the last page") @Nullable
        String nextCursor) {}
