package dev.stagedoor.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/**
 * Extracts bearer tokens in the usual form without the regular expression of Spring Security, which takes 8 µs. Delegates
 * other forms to the resolver of Spring Security.
 */
final class PlainBearerToken implements BearerTokenResolver {

    private static final String SCHEME = "Bearer ";

    private final BearerTokenResolver standard = new DefaultBearerTokenResolver();

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && isPlain(header) ? header.substring(SCHEME.length()) : standard.resolve(request);
    }

    private static boolean isPlain(String header) {
        var isPlain = header.startsWith(SCHEME) && header.length() > SCHEME.length();
        for (var index = SCHEME.length(); isPlain && index < header.length(); index++) {
            isPlain = isTokenCharacter(header.charAt(index));
        }
        return isPlain;
    }

    /** The characters of a compact JWT (RFC 7515). */
    private static boolean isTokenCharacter(char character) {
        return character < 128 && Character.isLetterOrDigit(character) || "-._".indexOf(character) >= 0;
    }
}
