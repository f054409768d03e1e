package dev.stagedoor.me;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.Map;

@Schema(description = "A change that an admin made to the account. The admin is not disclosed")
public record ExportedChangeDto(
        @Schema(description = "The kind of change") String action,

        @Schema(description = "The fields before the change") @Nullable
        Map<String, Object> before,

        @Schema(description = "The fields after the change") @Nullable
        Map<String, Object> after,

        @Schema(description = "The time of the change") Instant createdAt) {}
