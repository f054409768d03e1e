package dev.stagedoor.favorite;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.util.List;

@Schema(description = "A page of saved activities, newest first")
public record FavoriteListResponseDto(
        List<FavoriteRecordDto> items, @Nullable String nextCursor) {}
