package dev.stagedoor.admin;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Who did what to whom, and how it was before and after. */
@Schema(description = "Who did what to whom, and how it was before and after")
public record AuditEventDto(
        @Schema(
                description = "The event's id",
                example = "019a1f52-7c1e-7c3a-9d57-0b6a5f1d2e3c",
                requiredMode = RequiredMode.REQUIRED)
        UUID id,

        @Schema(
                description = "The admin",
                example = "019a1f52-7c1e-7c3a-9d57-0b6a5f1d2e3c",
                requiredMode = RequiredMode.REQUIRED)
        UUID actorId,

        @Schema(description = "What was done", requiredMode = RequiredMode.REQUIRED)
        AuditAction action,

        @Schema(
                description = "The account it was done to",
                example = "019a1f52-7c1e-7c3a-9d57-0b6a5f1d2e3c",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        UUID userId,

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
                description = "The id of the request that did it",
                example = "7b6f2c1e-0d7a-4f7e-9a54-0b8f4f1d2c3b",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String requestId,

        @Schema(
                description = "When it was done",
                example = "2026-11-21T09:30:00.123456Z",
                requiredMode = RequiredMode.REQUIRED)
        Instant createdAt) {}
