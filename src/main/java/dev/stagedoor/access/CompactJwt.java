package dev.stagedoor.access;

import java.util.Base64;
import java.util.stream.Stream;

/**
 * Checks the canonical form of a signed token (RFC 7515, compact serialization): three base64url parts without padding.
 * Parsers accept several encodings of the same bytes, so that one token would have several valid forms.
 */
final class CompactJwt {

    private CompactJwt() {}

    static boolean isCanonical(String token) {
        var parts = token.split("\\.", -1);
        return parts.length == 3 && Stream.of(parts).allMatch(CompactJwt::isCanonicalPart);
    }

    private static boolean isCanonicalPart(String part) {
        try {
            var bytes = Base64.getUrlDecoder().decode(part);
            return !part.isEmpty()
                    && Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(bytes)
                            .equals(part);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
