package dev.stagedoor.me;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** The profile row. */
@Schema(description = "The profile row")
public record ExportedProfileDto(
        @Schema(description = "The profile's id") UUID id,

        @Schema(description = "BCP 47") @Nullable String language,

        @Schema(description = "The day of birth") @Nullable LocalDate birthDate,

        @Schema(description = "IANA time zone") String timezone,

        @Schema(description = "ISO 4217") String currency,

        @Schema(description = "The app's own settings, as it keeps them") @Nullable
        Map<String, Object> settings,

        @Schema(description = "When it was made") Instant createdAt,

        @Schema(description = "When it was last changed") Instant updatedAt) {}
