package dev.stagedoor.access;

import java.util.Base64;
import java.util.stream.Stream;

/**
 * The spelling of a signed token (RFC 7515, compact serialization): three parts of base64url without padding, each in the
 * one form that its bytes have. Parsers forgive more, and one token would have many spellings.
 */
final class CompactJwt {

    private CompactJwt() {}

    static boolean isWellSpelt(String token) {
        var parts = token.split("\\.", -1);
        return parts.length == 3 && Stream.of(parts).allMatch(CompactJwt::isCanonical);
    }

    private static boolean isCanonical(String part) {
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
