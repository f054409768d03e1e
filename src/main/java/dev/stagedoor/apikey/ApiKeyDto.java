package dev.stagedoor.apikey;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Schema(description = "An API key, without its secret")
public record ApiKeyDto(
        UUID id,
        String name,
        String prefix,
        List<ApiScope> scopes,
        @Nullable UUID companyId,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
