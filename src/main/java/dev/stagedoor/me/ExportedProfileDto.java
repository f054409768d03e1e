package dev.stagedoor.me;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

@Schema(description = "The profile")
public record ExportedProfileDto(
        UUID id,
        @Nullable String language,
        @Nullable LocalDate birthDate,
        String timezone,
        String currency,
        @Nullable Map<String, Object> settings,
        Instant createdAt,
        Instant updatedAt) {}
