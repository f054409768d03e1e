package dev.stagedoor.platform.security;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;

/** Lets services in by the header {@code X-API-Key}. A request with a bearer token is the token's. */
final class ApiKeyFilter {

    private static final String HEADER = "X-API-Key";

    private ApiKeyFilter() {}

    static AuthenticationFilter of(ApiKeys keys, AuthenticationEntryPoint problems) {
        var filter = new AuthenticationFilter(
                (AuthenticationManager) authentication -> authenticate(keys, authentication),
                request -> request.getHeader(HEADER) == null || request.getHeader("Authorization") != null
                        ? null
                        : UsernamePasswordAuthenticationToken.unauthenticated(HEADER, request.getHeader(HEADER)));
        filter.setSuccessHandler((request, response, authentication) -> {});
        filter.setFailureHandler(new AuthenticationEntryPointFailureHandler(problems));
        return filter;
    }

    private static Authentication authenticate(ApiKeys keys, Authentication given) {
        return keys.find((String) given.getCredentials())
                .map(ApiKeyAuthentication::new)
                .orElseThrow(() -> new BadCredentialsException("The API key is not valid"));
    }
}
