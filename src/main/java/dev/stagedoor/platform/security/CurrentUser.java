package dev.stagedoor.platform.security;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The account of the caller, with its current state in the database.
 *
 * @param id        the account id
 * @param profileId the profile id; null if the profile is missing
 * @param sessionId the session of the access token; null for a token of an identity provider
 * @param admin     whether the account is a super-admin
 */
public record CurrentUser(
        UUID id, @Nullable UUID profileId, @Nullable UUID sessionId, boolean admin) {}
