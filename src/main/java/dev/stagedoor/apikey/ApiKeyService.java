package dev.stagedoor.apikey;

import dev.stagedoor.platform.error.FieldErrorDto;
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

/** Makes, checks and revokes the keys of services. */
@Service
@RequiredArgsConstructor
public class ApiKeyService implements ApiKeys {

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final ApiKeyRepository keys;
    private final Clock clock;

    /**
     * The only answer that holds the key itself. Refuses with {@code validation-failed} (a company that is missing or
     * has no use, an expiry in the past) and with {@code not-found} for an unknown company.
     */
    @Transactional
    public CreatedApiKeyDto create(CreateApiKeyDto wish) {
        var now = clock.instant();
        check(wish, now);
        var fresh = ApiKey.fresh();
        var shown = fresh.reveal().substring(0, ApiKey.SHOWN);
        var scopes = wish.scopes().stream().distinct().toList();
        var key = new ApiKeyDto(
                fresh.id(), wish.name().strip(), shown, scopes, wish.companyId(), now, wish.expiresAt(), null);
        if (!keys.add(key, fresh.secretDigest())) {
            throw ProblemException.notFound("company");
        }
        return CreatedApiKeyDto.of(key, fresh.reveal());
    }

    public ApiKeyListResponseDto list() {
        return new ApiKeyListResponseDto(keys.list());
    }

    /** The key as it was, if this call revoked it. */
    @Transactional
    public Optional<ApiKeyDto> revoke(UUID id) {
        return keys.revoke(id, clock.instant());
    }

    @Override
    public Optional<ApiKeyCaller> find(String text) {
        return ApiKey.parse(text).flatMap(this::find);
    }

    private Optional<ApiKeyCaller> find(ApiKey given) {
        var now = clock.instant();
        var kept = keys.find(given.id(), now)
                .filter(known -> MessageDigest.isEqual(known.secretDigest(), given.secretDigest()))
                .map(ApiKeyRepository.Kept::key);
        kept.ifPresent(key -> keys.used(key, now));
        return kept.map(ApiKeyService::caller);
    }

    private static ApiKeyCaller caller(ApiKeyDto key) {
        var scopes = key.scopes().stream().map(ApiScope::wire).collect(Collectors.toUnmodifiableSet());
        return new ApiKeyCaller(key.id(), scopes, key.companyId());
    }

    private static void check(CreateApiKeyDto wish, Instant now) {
        var reads = wish.scopes().contains(ApiScope.ANALYTICS_READ);
        if (reads && wish.companyId() == null) {
            throw ProblemException.invalid(
                    new FieldErrorDto("companyId", FieldErrorDto.REQUIRED, "must be present with analytics:read"));
        }
        if (wish.expiresAt() != null
                && (wish.expiresAt().isBefore(now) || wish.expiresAt().isAfter(LATEST))) {
            throw ProblemException.invalid(
                    new FieldErrorDto("expiresAt", FieldErrorDto.OUT_OF_RANGE, "must be in the future"));
        }
    }
}
