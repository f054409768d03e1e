package dev.stagedoor.platform.security;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Authenticates services by the header {@code X-API-Key}. Each scope of the key is an authority {@code SCOPE_…}. A bearer token
 * takes precedence. */
final class ApiKeyFilter {

    private static final String HEADER = "X-API-Key";

    private ApiKeyFilter() {}

    static AuthenticationFilter of(ApiKeys keys) {
        var filter = new AuthenticationFilter(
                (AuthenticationManager) authentication -> authenticate(keys, authentication),
                request -> request.getHeader(HEADER) == null || request.getHeader("Authorization") != null
                        ? null
                        : UsernamePasswordAuthenticationToken.unauthenticated(HEADER, request.getHeader(HEADER)));
        filter.setSuccessHandler((request, response, authentication) -> {});
        filter.setFailureHandler((request, response, failure) -> {
            throw failure;
        });
        return filter;
    }

    private static Authentication authenticate(ApiKeys keys, Authentication credentials) {
        return keys.find(String.valueOf(credentials.getCredentials()))
                .map(ApiKeyFilter::authentication)
                .orElseThrow(() -> new BadCredentialsException("Invalid API key"));
    }

    private static Authentication authentication(ApiKeyCaller caller) {
        var scopes = caller.scopes().stream()
                .map(scope -> new SimpleGrantedAuthority("SCOPE_" + scope))
                .toList();
        return new PreAuthenticatedAuthenticationToken(caller, null, scopes);
    }
}
