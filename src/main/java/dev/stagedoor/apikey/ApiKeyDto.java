package dev.stagedoor.apikey;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A service's key, without the key itself. */
@Schema(description = "A service's key, without the key itself")
public record ApiKeyDto(
        @Schema(description = "The key's id") UUID id,

        @Schema(description = "Whose it is, in words") String name,

        @Schema(description = "How the key begins") String prefix,

        @Schema(description = "What it may do") List<ApiScope> scopes,

        @Schema(description = "The company whose figures it may read") @Nullable
        UUID companyId,

        @Schema(description = "When it was made") Instant createdAt,

        @Schema(description = "When it stops working; null: not by itself") @Nullable
        Instant expiresAt,

        @Schema(description = "When it was last used, to the minute") @Nullable
        Instant lastUsedAt) {}
