package dev.stagedoor.admin;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Who did what to whom, and how it was before and after. */
@Schema(description = "Who did what to whom, and how it was before and after")
public record AuditEventDto(
        @Schema(description = "The event's id") UUID id,

        @Schema(description = "The admin") UUID actorId,

        @Schema(description = "What was done") AuditAction action,

        @Schema(description = "The account it was done to") @Nullable
        UUID userId,

        @Schema(description = "How it was") @Nullable Map<String, Object> before,

        @Schema(description = "How it is since") @Nullable Map<String, Object> after,

        @Schema(description = "The id of the request that did it") @Nullable
        String requestId,

        @Schema(description = "When it was done") Instant createdAt) {}
