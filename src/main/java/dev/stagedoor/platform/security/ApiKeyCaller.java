package dev.stagedoor.platform.security;

import java.util.Set;
import java.util.UUID;

/**
 * The service that authenticates with an API key.
 *
 * @param id        the id of the key
 * @param scopes    the granted scopes, such as {@code catalog:write}
 * @param companyId the company whose data it may read, or null
 */
public record ApiKeyCaller(UUID id, Set<String> scopes, UUID companyId) {}
