package dev.stagedoor.sender;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(description = "All categories, sorted by position")
public record SenderCategoryListResponseDto(List<SenderCategoryDto> items) {}
