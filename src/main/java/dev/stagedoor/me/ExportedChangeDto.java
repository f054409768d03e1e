package dev.stagedoor.me;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.Map;

/** What an admin changed of the account; who it was is not told. */
@Schema(description = "What an admin changed of the account; who it was is not told")
public record ExportedChangeDto(
        @Schema(description = "What was done") String action,

        @Schema(description = "How it was") @Nullable Map<String, Object> before,

        @Schema(description = "How it is since") @Nullable Map<String, Object> after,

        @Schema(description = "When it was done") Instant createdAt) {}
