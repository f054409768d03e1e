package dev.stagedoor.apikey;

import dev.stagedoor.platform.error.InvalidField;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.ApiKeyCaller;
import dev.stagedoor.platform.security.ApiKeys;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DataIntegrityViolationException;
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
        try {
            var key = keys.saveAndFlush(StoredApiKey.create(generated, request, now));
            return new CreatedApiKeyDto(key.toDto(), generated.reveal());
        } catch (DataIntegrityViolationException unknownCompany) {
            throw ProblemException.notFound("company");
        }
    }

    public ApiKeyListResponseDto list() {
        return new ApiKeyListResponseDto(keys.findByRevokedAtIsNullOrderByCreatedAtDescIdDesc().stream()
                .map(StoredApiKey::toDto)
                .toList());
    }

    /** Revokes the key and returns it. Returns an empty result if the key does not exist or is already revoked. */
    @Transactional
    public Optional<ApiKeyDto> revoke(UUID id) {
        var key = keys.findForUpdateByIdAndRevokedAtIsNull(id);
        key.ifPresent(stored -> stored.revoke(clock.instant()));
        return key.map(StoredApiKey::toDto);
    }

    @Override
    public Optional<ApiKeyCaller> find(String text) {
        return ApiKey.parse(text).flatMap(this::find);
    }

    private Optional<ApiKeyCaller> find(ApiKey presented) {
        var now = clock.instant();
        var verified = keys.findOneById(presented.id())
                .filter(key -> key.isValidAt(now))
                .filter(key -> MessageDigest.isEqual(key.getSecretDigest(), presented.secretDigest()));
        verified.filter(key -> key.mustRecordUse(now)).ifPresent(key -> keys.recordUse(key.getId(), now));
        return verified.map(key ->
                new ApiKeyCaller(key.getId(), Set.copyOf(List.of(key.getScopes().split(" "))), key.getCompanyId()));
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
