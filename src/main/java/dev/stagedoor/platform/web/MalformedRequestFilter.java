package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Handles malformed requests for which Spring MVC throws an {@link IllegalArgumentException} before it selects a handler:
 * rejects a path that cannot be decoded and repeated headers, and ignores a {@code Content-Type} with a wildcard.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class MalformedRequestFilter extends OncePerRequestFilter {

    private static final List<String> UNIQUE_HEADERS =
            List.of(HttpHeaders.AUTHORIZATION, "X-API-Key", HttpHeaders.CONTENT_TYPE);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        requireDecodablePath(request);
        requireUniqueHeaders(request);
        var type = request.getContentType();
        chain.doFilter(type != null && type.contains("*") ? new WithoutContentType(request) : request, response);
    }

    private static void requireDecodablePath(HttpServletRequest request) {
        try {
            ServletRequestPathUtils.parseAndCache(request);
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(ProblemCode.MALFORMED_REQUEST, "path");
        }
    }

    /** Proxies and frameworks choose different values of a repeated header. */
    private static void requireUniqueHeaders(HttpServletRequest request) {
        for (var name : UNIQUE_HEADERS) {
            var values = request.getHeaders(name);
            if (values.hasMoreElements()) {
                values.nextElement();
                if (values.hasMoreElements()) {
                    throw new ProblemException(ProblemCode.MALFORMED_REQUEST, "repeated-header", name);
                }
            }
        }
    }

    private static final class WithoutContentType extends HttpServletRequestWrapper {

        WithoutContentType(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isContentType(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isContentType(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        private static boolean isContentType(String name) {
            return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name);
        }
    }
}
