package dev.stagedoor.favorite;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.util.List;

@Schema(description = "A page of saved activities, newest first")
public record FavoriteListResponseDto(
        @Schema(description = "Favorites of this page") List<FavoriteRecordDto> items,

        @Schema(description = "Cursor of the next page; null on the last page") @Nullable
        String nextCursor) {}
