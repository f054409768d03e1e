package dev.stagedoor.preference;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(description = "All notification categories, ordered by position")
public record NotificationCategoryListResponseDto(List<NotificationCategoryDto> items) {}
