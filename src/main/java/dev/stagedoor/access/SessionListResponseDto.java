package dev.stagedoor.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(description = "The user's active sessions, last used first")
public record SessionListResponseDto(List<SessionDto> items) {}
