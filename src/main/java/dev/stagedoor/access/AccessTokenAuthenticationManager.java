package dev.stagedoor.access;

import dev.stagedoor.platform.security.CurrentUser;
import java.time.Clock;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Authenticates bearer tokens. A token identifies a session and grants no rights. Ending a session, deactivating or demoting
 * an account therefore takes effect immediately ({@link SessionCache}), not when the token expires.
 */
@RequiredArgsConstructor
class AccessTokenAuthenticationManager implements AuthenticationManager {

    private final AccessTokens tokens;
    private final SessionRepository sessions;
    private final SessionCache cache;
    private final ExternalTokens externalTokens;
    private final ExternalIdentities externalIdentities;
    private final Clock clock;

    @Override
    public Authentication authenticate(Authentication bearer) {
        var token = ((BearerTokenAuthenticationToken) bearer).getToken();
        return caller(token)
                .map(CurrentUser::toAuthentication)
                .orElseThrow(() -> new InvalidBearerTokenException("The session has ended"));
    }

    private Optional<CurrentUser> caller(String token) {
        var cached = tokens.cached(token);
        return cached.isPresent() ? caller(cached.get()) : verify(token);
    }

    private Optional<CurrentUser> verify(String token) {
        if (!CompactJwt.isCanonical(token)) {
            throw new InvalidBearerTokenException("The access token is invalid");
        }
        var identity = readExternal(token);
        if (identity.isPresent()) {
            return externalIdentities.caller(identity.get());
        }
        return caller(read(token));
    }

    private Optional<CurrentUser> caller(AccessTokens.Claims claims) {
        return cache.get(
                claims.userId(),
                claims.sessionId(),
                () -> sessions.caller(claims.sessionId(), claims.userId(), clock.instant()));
    }

    private Optional<ExternalIdentity> readExternal(String token) {
        try {
            return externalTokens.read(token);
        } catch (JwtException invalidToken) {
            throw new InvalidBearerTokenException("The access token is invalid");
        }
    }

    private AccessTokens.Claims read(String token) {
        try {
            return tokens.read(token);
        } catch (JwtException invalidToken) {
            throw new InvalidBearerTokenException("The access token is invalid");
        }
    }
}
