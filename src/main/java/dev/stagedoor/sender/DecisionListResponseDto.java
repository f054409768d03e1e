package dev.stagedoor.sender;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

@Schema(description = "One decision for each user and channel, sorted by user and then by channel, as requested")
public record DecisionListResponseDto(Instant decidedAt, List<DecisionItemDto> items) {}
