package dev.stagedoor.platform.security;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * The account of the caller, with its current state in the database. Controllers receive it as the authentication principal;
 * it is null if the caller is anonymous or a service.
 *
 * @param userId        the account id
 * @param profileId     the profile id; null if the profile is missing
 * @param sessionId     the session of the access token; null for a token of an identity provider
 * @param admin         whether the account is a super-admin; false for a token of an identity provider
 * @param signedInAt    the latest sign-in: the creation of the session, or the time that the identity provider reports
 * @param tokenIssuedAt the issue time of a token of an identity provider; null for a session
 */
public record CurrentUser(
        UUID userId,
        @Nullable UUID profileId,
        @Nullable UUID sessionId,
        boolean admin,
        Instant signedInAt,
        @Nullable Instant tokenIssuedAt) {

    private static final List<GrantedAuthority> USER = AuthorityUtils.createAuthorityList("ROLE_USER");
    private static final List<GrantedAuthority> ADMIN = AuthorityUtils.createAuthorityList("ROLE_USER", "ROLE_ADMIN");

    /** Contains the roles, but not the token. */
    public Authentication toAuthentication() {
        return new PreAuthenticatedAuthenticationToken(this, null, admin ? ADMIN : USER);
    }
}
