package dev.stagedoor.preference;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;

@Schema(description = "A change of a flag or a choice")
public record ConsentDto(
        @Nullable String category,
        @Nullable NotificationChannel channel,
        boolean enabled,
        ConsentSource source,
        Instant changedAt) {}
