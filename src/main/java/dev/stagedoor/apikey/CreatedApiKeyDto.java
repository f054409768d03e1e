package dev.stagedoor.apikey;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A service's new key; no other answer shows it. */
@Schema(description = "A service's new key; no other answer shows it")
public record CreatedApiKeyDto(
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
        Instant lastUsedAt,

        @Schema(description = "The key, to be sent as `X-API-Key`; shown this once")
        String key) {

    static CreatedApiKeyDto of(ApiKeyDto made, String key) {
        return new CreatedApiKeyDto(
                made.id(),
                made.name(),
                made.prefix(),
                made.scopes(),
                made.companyId(),
                made.createdAt(),
                made.expiresAt(),
                made.lastUsedAt(),
                key);
    }

    /** The same without the key, for those who may know of it but not use it. */
    public ApiKeyDto withoutKey() {
        return new ApiKeyDto(id, name, prefix, scopes, companyId, createdAt, expiresAt, lastUsedAt);
    }

    @Override
    public String toString() {
        return "CreatedApiKeyDto[" + id + "]";
    }
}
