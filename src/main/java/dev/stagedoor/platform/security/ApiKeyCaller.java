package dev.stagedoor.platform.security;

import java.util.Set;
import java.util.UUID;

/**
 * The service that a request's API key stands for.
 *
 * @param id        the key's own id
 * @param scopes    what it may do, such as {@code catalog:write}
 * @param companyId the one company it may read of, or null
 */
public record ApiKeyCaller(UUID id, Set<String> scopes, UUID companyId) {}
