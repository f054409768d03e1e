package dev.stagedoor.apikey;

import dev.stagedoor.platform.error.InvalidField;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.ApiKeyCaller;
import dev.stagedoor.platform.security.ApiKeys;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates, verifies and revokes API keys. */
@Service
@RequiredArgsConstructor
public class ApiKeyService implements ApiKeys {

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final ApiKeyRepository keys;
    private final Clock clock;

    /**
     * Creates a key. Only this result contains the key in plain text.
     *
     * @throws ProblemException {@code validation-failed} if the company is missing for {@code analytics:read} or the expiry is
     *     in the past; {@code not-found} if the company does not exist
     */
    @Transactional
    public CreatedApiKeyDto create(CreateApiKeyDto request) {
        var now = clock.instant();
        validate(request, now);
        var generated = ApiKey.generate();
        var prefix = generated.reveal().substring(0, ApiKey.DISPLAYED_LENGTH);
        var scopes = request.scopes().stream().distinct().toList();
        var key = new ApiKeyDto(
                generated.id(),
                request.name().strip(),
                prefix,
                scopes,
                request.companyId(),
                now,
                request.expiresAt(),
                null);
        if (!keys.insert(key, generated.secretDigest())) {
            throw ProblemException.notFound("company");
        }
        return new CreatedApiKeyDto(key, generated.reveal());
    }

    public ApiKeyListResponseDto list() {
        return new ApiKeyListResponseDto(keys.list());
    }

    /** Revokes the key and returns it. Returns an empty result if the key does not exist or is already revoked. */
    @Transactional
    public Optional<ApiKeyDto> revoke(UUID id) {
        return keys.revoke(id, clock.instant());
    }

    @Override
    public Optional<ApiKeyCaller> find(String text) {
        return ApiKey.parse(text).flatMap(this::find);
    }

    private Optional<ApiKeyCaller> find(ApiKey presented) {
        var now = clock.instant();
        var verified = keys.find(presented.id(), now)
                .filter(stored -> MessageDigest.isEqual(stored.secretDigest(), presented.secretDigest()))
                .map(ApiKeyRepository.StoredKey::key);
        verified.ifPresent(key -> keys.recordUse(key, now));
        return verified.map(ApiKeyService::caller);
    }

    private static ApiKeyCaller caller(ApiKeyDto key) {
        var scopes = key.scopes().stream().map(ApiScope::wireName).collect(Collectors.toUnmodifiableSet());
        return new ApiKeyCaller(key.id(), scopes, key.companyId());
    }

    private static void validate(CreateApiKeyDto request, Instant now) {
        if (request.scopes().contains(ApiScope.ANALYTICS_READ) && request.companyId() == null) {
            throw ProblemException.invalid("companyId", InvalidField.REQUIRED, "must-be-present-with-analytics-read");
        }
        if (request.expiresAt() != null
                && (request.expiresAt().isBefore(now) || request.expiresAt().isAfter(LATEST))) {
            throw ProblemException.invalid("expiresAt", InvalidField.OUT_OF_RANGE, "must-be-in-the-future");
        }
    }
}
