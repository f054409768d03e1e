package dev.stagedoor.notification;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;

@Schema(description = "An email to the user")
public record ExportedEmailDto(
        String kind, Instant createdAt, @Nullable Instant sentAt) {}
