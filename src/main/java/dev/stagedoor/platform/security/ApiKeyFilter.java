package dev.stagedoor.platform.security;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;

/** Authenticates services by the header {@code X-API-Key}. A bearer token takes precedence. */
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

    private static Authentication authenticate(ApiKeys keys, Authentication credentials) {
        return keys.find((String) credentials.getCredentials())
                .map(ApiKeyAuthentication::new)
                .orElseThrow(() -> new BadCredentialsException("Invalid API key"));
    }
}
