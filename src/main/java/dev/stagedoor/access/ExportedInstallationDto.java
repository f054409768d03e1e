package dev.stagedoor.access;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

@Schema(description = "An app installation that the user registered for push messages, without its token")
public record ExportedInstallationDto(
        String installationId,
        PushPlatform platform,
        @Nullable UUID sessionId,
        Instant createdAt,
        Instant updatedAt) {}
