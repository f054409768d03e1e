package dev.stagedoor.platform.security;

import java.util.UUID;

/**
 * The account a request speaks for, as it stands in the database at this moment.
 *
 * @param id        the account
 * @param sessionId the sign-in whose access token was sent; null where the token was an identity provider's
 * @param admin     whether it is a super-admin
 * @param revision  another number after each change of what the account is shown of itself; null where that is not whole, or
 *                  not known
 */
public record CurrentUser(UUID id, UUID sessionId, boolean admin, Long revision) {

    public CurrentUser withoutRevision() {
        return new CurrentUser(id, sessionId, admin, null);
    }
}
