package dev.stagedoor.apikey;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A service's new key; no other answer shows it. */
@Schema(description = "A service's new key; no other answer shows it")
public record CreatedApiKeyDto(
        @Schema(
                description = "The key's id",
                example = "019a1f52-7c1e-7c3a-9d57-0b6a5f1d2e3c",
                requiredMode = RequiredMode.REQUIRED)
        UUID id,

        @Schema(description = "Whose it is, in words", example = "Catalog feed", requiredMode = RequiredMode.REQUIRED)
        String name,

        @Schema(description = "How the key begins", example = "sdk_AZofUnwe", requiredMode = RequiredMode.REQUIRED)
        String prefix,

        @Schema(description = "What it may do", requiredMode = RequiredMode.REQUIRED)
        List<ApiScope> scopes,

        @Schema(
                description = "The company whose figures it may read",
                example = "c0000000-0000-4000-8000-000000000001",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        UUID companyId,

        @Schema(
                description = "When it was made",
                example = "2026-11-21T09:30:00.123456Z",
                requiredMode = RequiredMode.REQUIRED)
        Instant createdAt,

        @Schema(
                description = "When it stops working; null: not by itself",
                example = "2027-11-21T00:00:00Z",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        Instant expiresAt,

        @Schema(
                description = "When it was last used, to the minute",
                example = "2026-11-21T09:40:00.123456Z",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        Instant lastUsedAt,

        @Schema(
                description = "The key, to be sent as `X-API-Key`; shown this once",
                example = "sdk_AZofUnweXDqdVwtqXx0uPJx0Yc1vQ0pLr8sT2wUz4yBnHkMgFdSaQeWrTyUiOpLk",
                requiredMode = RequiredMode.REQUIRED)
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
