package dev.stagedoor.platform.ratelimit;

import dev.stagedoor.platform.web.ClientAddresses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits the invalid calls of clients that are not authenticated: every 4xx response counts. Above the limit, calls without
 * credentials are rejected before they cause any work, and invalid credentials return 429. Valid credentials are not affected.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
@RequiredArgsConstructor
class InvalidCallFilter extends OncePerRequestFilter {

    private static final String API_KEY = "X-API-Key";
    private static final Set<String> HEALTH = Set.of("/livez", "/readyz");

    private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();
    private final RateLimits limits;
    private final ClientAddresses addresses;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = AddressKey.of(addresses.of(request));
        if (!readsCredentials(request)) {
            limits.check(RateLimit.INVALID_CALL_BY_ADDRESS, address);
        }
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException rejection) {
            if (!contexts.containsContext(request)) {
                limits.take(RateLimit.INVALID_CALL_BY_ADDRESS, address);
            }
            throw rejection;
        }
        if (HttpStatusCode.valueOf(response.getStatus()).is4xxClientError() && !contexts.containsContext(request)) {
            limits.tryTake(RateLimit.INVALID_CALL_BY_ADDRESS, address);
        }
    }

    /** Orchestrators probe the health of the service from any address. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return HEALTH.contains(request.getServletPath());
    }

    /** Operations under {@code /auth} and unsubscribe links ignore credentials. */
    private static boolean readsCredentials(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/auth/")
                && !request.getServletPath().startsWith("/unsubscribe/")
                && (request.getHeader(HttpHeaders.AUTHORIZATION) != null || request.getHeader(API_KEY) != null);
    }
}
