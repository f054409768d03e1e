package dev.stagedoor.apikey;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Schema(description = "An API key, without its secret")
public record ApiKeyDto(
        @Schema(description = "The key's id") UUID id,

        @Schema(description = "A name that identifies the service")
        String name,

        @Schema(description = "The first 12 characters of the key")
        String prefix,

        @Schema(description = "The permissions of the key") List<ApiScope> scopes,

        @Schema(description = "The company whose statistics the key can read") @Nullable
        UUID companyId,

        @Schema(description = "The time of creation") Instant createdAt,

        @Schema(description = "The expiry. Null if the key does not expire") @Nullable
        Instant expiresAt,

        @Schema(description = "The time of the last use, accurate to 1 minute") @Nullable
        Instant lastUsedAt) {}
