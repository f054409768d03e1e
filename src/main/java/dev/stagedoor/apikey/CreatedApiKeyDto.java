package dev.stagedoor.apikey;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Schema(description = "The created API key. Only this response contains the key in plain text")
public record CreatedApiKeyDto(
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
        Instant lastUsedAt,

        @Schema(description = "The key. Send it in the `X-API-Key` header")
        String key) {

    static CreatedApiKeyDto of(ApiKeyDto metadata, String key) {
        return new CreatedApiKeyDto(
                metadata.id(),
                metadata.name(),
                metadata.prefix(),
                metadata.scopes(),
                metadata.companyId(),
                metadata.createdAt(),
                metadata.expiresAt(),
                metadata.lastUsedAt(),
                key);
    }

    /** Returns the key's metadata for the audit log. */
    public ApiKeyDto withoutKey() {
        return new ApiKeyDto(id, name, prefix, scopes, companyId, createdAt, expiresAt, lastUsedAt);
    }

    @Override
    public String toString() {
        return "CreatedApiKeyDto[" + id + "]";
    }
}
