package dev.stagedoor.apikey;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;

/** The keys that were not revoked, newest first. */
@Schema(description = "The keys that were not revoked, newest first")
public record ApiKeyListResponseDto(
        @Schema(description = "The keys", requiredMode = RequiredMode.REQUIRED)
        List<ApiKeyDto> items) {}
