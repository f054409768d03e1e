package dev.stagedoor.me;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.Map;

@Schema(description = "A change that an admin made to the account. The admin is not disclosed")
public record ExportedChangeDto(
        String action,
        @Nullable Map<String, Object> before,
        @Nullable Map<String, Object> after,
        Instant createdAt) {}
