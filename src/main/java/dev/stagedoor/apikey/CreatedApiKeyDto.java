package dev.stagedoor.apikey;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Schema(description = "The created API key. Only this response contains the key in plain text")
public record CreatedApiKeyDto(
        UUID id,
        String name,
        String prefix,
        List<ApiScope> scopes,
        @Nullable UUID companyId,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
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
