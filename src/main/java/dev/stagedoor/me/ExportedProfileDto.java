package dev.stagedoor.me;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

@Schema(description = "The profile")
public record ExportedProfileDto(
        @Schema(description = "The profile's id") UUID id,

        @Schema(description = "BCP 47 language tag") @Nullable
        String language,

        @Schema(description = "The date of birth") @Nullable LocalDate birthDate,

        @Schema(description = "IANA time zone") String timezone,

        @Schema(description = "ISO 4217 currency code") String currency,

        @Schema(description = "The client's own settings") @Nullable
        Map<String, Object> settings,

        @Schema(description = "The time of creation") Instant createdAt,

        @Schema(description = "The time of the last change") Instant updatedAt) {}
