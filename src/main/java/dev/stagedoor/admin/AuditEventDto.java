package dev.stagedoor.admin;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

@Schema(description = "A recorded action of an admin")
public record AuditEventDto(
        UUID id,
        UUID actorId,
        AuditAction action,
        @Nullable UUID userId,
        @Nullable Map<String, Object> before,
        @Nullable Map<String, Object> after,
        @Nullable String requestId,
        Instant createdAt) {}
