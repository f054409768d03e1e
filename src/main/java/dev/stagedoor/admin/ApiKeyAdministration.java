package dev.stagedoor.admin;

import dev.stagedoor.apikey.ApiKeyListResponseDto;
import dev.stagedoor.apikey.ApiKeyService;
import dev.stagedoor.apikey.CreateApiKeyDto;
import dev.stagedoor.apikey.CreatedApiKeyDto;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives keys to services and takes them back. */
@Service
@RequiredArgsConstructor
public class ApiKeyAdministration {

    private final ApiKeyService keys;
    private final AuditLog trail;
    private final SecurityLog securityLog;

    /** Refuses with {@code validation-failed} and {@code not-found}. */
    @Transactional
    public CreatedApiKeyDto create(CurrentUser actor, CreateApiKeyDto wish) {
        var key = keys.create(wish);
        trail.record(actor, AuditAction.API_KEY_CREATED, null, null, key.withoutKey());
        securityLog.record(SecurityEvent.API_KEY_CREATED, actor.id(), Map.of("keyId", key.id()));
        return key;
    }

    public ApiKeyListResponseDto list() {
        return keys.list();
    }

    /** Works at once; harmless where there is no such key. */
    @Transactional
    public void revoke(CurrentUser actor, UUID id) {
        keys.revoke(id).ifPresent(key -> {
            trail.record(actor, AuditAction.API_KEY_REVOKED, null, key, null);
            securityLog.record(SecurityEvent.API_KEY_REVOKED, actor.id(), Map.of("keyId", key.id()));
        });
    }
}
