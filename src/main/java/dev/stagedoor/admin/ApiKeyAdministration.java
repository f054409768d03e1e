package dev.stagedoor.admin;

import dev.stagedoor.apikey.ApiKeyListResponseDto;
import dev.stagedoor.apikey.ApiKeyService;
import dev.stagedoor.apikey.CreateApiKeyDto;
import dev.stagedoor.apikey.CreatedApiKeyDto;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates and revokes API keys, and records both in the audit log. */
@Service
@RequiredArgsConstructor
public class ApiKeyAdministration {

    private final ApiKeyService keys;
    private final AuditLog auditLog;
    private final SecurityLog securityLog;

    /** @throws ProblemException {@code validation-failed}; {@code not-found} if the company does not exist */
    @Transactional
    public CreatedApiKeyDto create(CurrentUser actor, CreateApiKeyDto request) {
        var key = keys.create(request);
        auditLog.record(actor, AuditAction.API_KEY_CREATED, null, null, key.withoutKey());
        securityLog.record(
                SecurityEvent.API_KEY_CREATED,
                actor.userId(),
                Map.of("keyId", key.withoutKey().id()));
        return key;
    }

    public ApiKeyListResponseDto list() {
        return keys.list();
    }

    /** Revokes the key immediately. Does nothing if the key does not exist. */
    @Transactional
    public void revoke(CurrentUser actor, UUID id) {
        keys.revoke(id).ifPresent(key -> {
            auditLog.record(actor, AuditAction.API_KEY_REVOKED, null, key, null);
            securityLog.record(SecurityEvent.API_KEY_REVOKED, actor.userId(), Map.of("keyId", key.id()));
        });
    }
}
