package dev.stagedoor.platform.security;

import java.util.UUID;

/**
 * The account of the caller, with its current state in the database.
 *
 * @param id        the account id
 * @param sessionId the session of the access token; null for a token of an identity provider
 * @param admin     whether the account is a super-admin
 * @param revision  changes with every change of the data that {@code GET /me} returns; null if unknown or if the profile is
 *                  missing
 */
public record CurrentUser(UUID id, UUID sessionId, boolean admin, Long revision) {

    public CurrentUser withoutRevision() {
        return new CurrentUser(id, sessionId, admin, null);
    }
}
