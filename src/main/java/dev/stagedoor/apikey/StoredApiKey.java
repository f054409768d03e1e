package dev.stagedoor.apikey;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** The row of an API key. */
@Entity
@Table(schema = "access", name = "api_keys")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class StoredApiKey {

    /** Uses are recorded at most once per minute. */
    private static final Duration PRECISION = Duration.ofMinutes(1);

    @Id
    private UUID id;

    private String name;
    private byte[] secretDigest;
    private String prefix;

    /** Separated by spaces. */
    private String scopes;

    private @Nullable UUID companyId;
    private Instant createdAt;
    private @Nullable Instant expiresAt;
    private @Nullable Instant lastUsedAt;
    private @Nullable Instant revokedAt;

    static StoredApiKey create(ApiKey key, CreateApiKeyDto request, Instant now) {
        var stored = new StoredApiKey();
        stored.id = key.id();
        stored.name = request.name();
        stored.secretDigest = key.secretDigest();
        stored.prefix = key.reveal().substring(0, ApiKey.DISPLAYED_LENGTH);
        stored.scopes =
                request.scopes().stream().distinct().map(ApiScope::wireName).collect(Collectors.joining(" "));
        stored.companyId = request.companyId();
        stored.createdAt = now;
        stored.expiresAt = request.expiresAt();
        return stored;
    }

    boolean isValidAt(Instant now) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }

    boolean mustRecordUse(Instant now) {
        return lastUsedAt == null || lastUsedAt.isBefore(now.minus(PRECISION));
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    ApiKeyDto toDto() {
        var scopeList = Stream.of(scopes.split(" ")).map(ApiScope::of).toList();
        return new ApiKeyDto(id, name, prefix, scopeList, companyId, createdAt, expiresAt, lastUsedAt);
    }
}
