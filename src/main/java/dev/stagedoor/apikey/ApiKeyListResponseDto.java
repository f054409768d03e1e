package dev.stagedoor.apikey;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(description = "The API keys that are not revoked, newest first")
public record ApiKeyListResponseDto(List<ApiKeyDto> items) {}
