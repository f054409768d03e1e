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
 * Gives every answer and every log line the request's id: the caller's where it is sane, else a new one; and the log the
 * address it came from. At the request's end it takes these out of the log again, the caller's account too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@RequiredArgsConstructor
class RequestIdFilter extends OncePerRequestFilter {

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private final ClientAddresses addresses;

    /** Not secret, so quick. */
    private final IdGenerator ids = new AlternativeJdkIdGenerator();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var given = response.getHeader(RequestId.HEADER) == null
                ? request.getHeader(RequestId.HEADER)
                : response.getHeader(RequestId.HEADER);
        var id = idOf(given);
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

    /** What the container refuses before any filter runs is dispatched here as an error, still without an id. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private String idOf(String given) {
        return given != null && SANE.matcher(given).matches()
                ? given
                : ids.generateId().toString();
    }
}
