package dev.stagedoor.me;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.Map;

/** What an admin changed of the account; who it was is not told. */
@Schema(description = "What an admin changed of the account; who it was is not told")
public record ExportedChangeDto(
        @Schema(description = "What was done", example = "USER_UPDATED", requiredMode = RequiredMode.REQUIRED)
        String action,

        @Schema(
                description = "How it was",
                example = "{\"role\": \"PARTICIPANT\"}",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        Map<String, Object> before,

        @Schema(
                description = "How it is since",
                example = "{\"role\": \"ADMIN\"}",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        Map<String, Object> after,

        @Schema(
                description = "When it was done",
                example = "2026-11-21T09:30:00.123456Z",
                requiredMode = RequiredMode.REQUIRED)
        Instant createdAt) {}
