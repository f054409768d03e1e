package dev.stagedoor.platform.security;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The service that authenticates with an API key.
 *
 * @param id        the id of the key
 * @param scopes    the granted scopes, such as {@code catalog:write}
 * @param companyId the company whose data it may read
 */
public record ApiKeyCaller(
        UUID id, Set<String> scopes, @Nullable UUID companyId) {}
