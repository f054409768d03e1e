package dev.stagedoor.admin;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

@Schema(description = "A recorded action of an admin")
public record AuditEventDto(
        @Schema(description = "The event's id") UUID id,

        @Schema(description = "The id of the admin") UUID actorId,

        @Schema(description = "The action") AuditAction action,

        @Schema(description = "The id of the affected account") @Nullable
        UUID userId,

        @Schema(description = "The state before the action") @Nullable
        Map<String, Object> before,

        @Schema(description = "The state after the action") @Nullable
        Map<String, Object> after,

        @Schema(description = "The id of the request") @Nullable
        String requestId,

        @Schema(description = "The time of the action") Instant createdAt) {}
