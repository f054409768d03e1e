package dev.stagedoor.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/**
 * Finds the bearer token of a request that is spelt as all clients spell it, without the regular expressions that each
 * request would pay for; what is spelt otherwise is read, or refused, by Spring Security's own resolver.
 */
final class PlainBearerToken implements BearerTokenResolver {

    private static final String SCHEME = "Bearer ";

    private final BearerTokenResolver standard = new DefaultBearerTokenResolver();

    @Override
    public String resolve(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && isPlain(header) ? header.substring(SCHEME.length()) : standard.resolve(request);
    }

    private static boolean isPlain(String header) {
        var isPlain = header.startsWith(SCHEME) && header.length() > SCHEME.length();
        for (var place = SCHEME.length(); isPlain && place < header.length(); place++) {
            isPlain = isOfToken(header.charAt(place));
        }
        return isPlain;
    }

    /** What a compact JWT is written in (RFC 7515). */
    private static boolean isOfToken(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || character == '.'
                || character == '-'
                || character == '_';
    }
}
