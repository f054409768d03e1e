package dev.stagedoor.favorite;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.util.List;

/** A page of saved activities, newest first. */
@Schema(description = "A page of saved activities, newest first")
public record FavoriteListResponseDto(
        @Schema(description = "The favorites of this page") List<FavoriteRecordDto> items,

        @Schema(description = "Where the next page begins; null on the last page") @Nullable
        String nextCursor) {}
