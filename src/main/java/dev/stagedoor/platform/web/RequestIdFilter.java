package dev.stagedoor.platform.web;

import dev.stagedoor.platform.security.SecurityLog;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Adds the request id to the response and the MDC, and the client address to the MDC. Uses the id of the client if it is
 * valid. Clears the MDC, including the user id, at the end of the request.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@RequiredArgsConstructor
class RequestIdFilter extends OncePerRequestFilter {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private final ClientAddresses addresses;

    /** Fast, because request ids need not be unpredictable. */
    private final IdGenerator ids = new AlternativeJdkIdGenerator();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var requested = response.getHeader(RequestId.HEADER) == null
                ? request.getHeader(RequestId.HEADER)
                : response.getHeader(RequestId.HEADER);
        var id = idOf(requested);
        response.setHeader(RequestId.HEADER, id);
        MDC.put(RequestId.LOG_KEY, id);
        MDC.put(SecurityLog.CLIENT_KEY, addresses.of(request));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(RequestId.LOG_KEY);
            MDC.remove(SecurityLog.CLIENT_KEY);
            MDC.remove(SecurityLog.USER_KEY);
        }
    }

    /** Errors that the container detects before the filters run are dispatched without a request id. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private String idOf(String requested) {
        return requested != null && VALID.matcher(requested).matches()
                ? requested
                : ids.generateId().toString();
    }
}
