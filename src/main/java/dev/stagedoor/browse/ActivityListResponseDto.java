package dev.stagedoor.browse;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.util.List;

@Schema(description = "A page of activities")
public record ActivityListResponseDto(
        List<ActivityDto> items, @Nullable String nextCursor) {}
