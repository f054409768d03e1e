package dev.stagedoor.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

@Schema(description = "An app installation that receives push messages. The token is never returned.")
public record RegisteredInstallationDto(
        String installationId, PushPlatform platform, boolean current, Instant createdAt, Instant updatedAt) {}
