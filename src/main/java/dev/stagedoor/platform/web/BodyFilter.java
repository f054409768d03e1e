package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the request body completely before the request is authenticated and before it occupies a worker. A client that
 * sends its body slowly therefore neither blocks other requests nor acts with rights that it has lost in the meantime.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
@EnableConfigurationProperties(BodyProperties.class)
@RequiredArgsConstructor
class BodyFilter extends OncePerRequestFilter {

    private final BodyProperties properties;
    private final BodyReader reader;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var maxSize = properties.maxSize(
                request.getRequestURI().substring(request.getContextPath().length()));
        if (request.getContentLengthLong() > maxSize.toBytes()) {
            throw BodyReader.tooLarge(maxSize);
        }
        if (!hasBody(request)) {
            chain.doFilter(request, response);
            return;
        }
        requireIdentityEncoding(request);
        try (var body = read(request, maxSize)) {
            if (body != null) {
                requireUtf8(body.content());
                chain.doFilter(new BufferedRequest(request, body.content()), response);
            }
        }
    }

    /**
     * Returns null if the body is incomplete. Tomcat then reports its own error with status 408. It would report 500 if the
     * request kept the attribute.
     */
    private BodyReader.@Nullable Body read(HttpServletRequest request, DataSize maxSize) {
        try {
            return reader.read(request, maxSize);
        } catch (IOException timeoutOrDisconnect) {
            request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
            return null;
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static void requireIdentityEncoding(HttpServletRequest request) {
        var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !"identity".equalsIgnoreCase(encoding)) {
            throw new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "encoding");
        }
    }

    /** The JSON parser accepts overlong forms, which can hide characters from proxies. */
    private static void requireUtf8(byte[] body) {
        if (!Utf8.isUtf16OrUtf32(body) && !Utf8.isValid(body)) {
            throw new ProblemException(ProblemCode.MALFORMED_REQUEST, "body");
        }
    }
}
