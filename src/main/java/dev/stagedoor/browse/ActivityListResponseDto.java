package dev.stagedoor.browse;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.util.List;

@Schema(description = "A page of activities")
public record ActivityListResponseDto(
        @Schema(description = "Activities of this page") List<ActivityDto> items,

        @Schema(description = "Cursor of the next page; null on the last page") @Nullable
        String nextCursor) {}
