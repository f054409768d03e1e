package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.persistence.SharedSecrets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals the place where a page ended as an opaque, tamper-evident text (HMAC-SHA256). A cursor opens only in the
 * scope it was sealed for: the same list, of the same owner, with the same filters.
 */
@Component
public class Cursors {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL_BYTES = 16;
    private static final String SEPARATOR = "|";

    private final SecretKeySpec key;

    Cursors(SharedSecrets secrets) {
        this.key = new SecretKeySpec(secrets.random("cursors"), ALGORITHM);
    }

    /** The cursor of a place that is told by {@code values}; none may contain a bar. */
    public String seal(String scope, Object... values) {
        var place = Stream.of(values).map(String::valueOf).collect(Collectors.joining(SEPARATOR));
        var bytes = place.getBytes(StandardCharsets.UTF_8);
        var sealed = ByteBuffer.allocate(SEAL_BYTES + bytes.length)
                .put(mac(scope, bytes))
                .put(bytes);
        return encode(sealed.array());
    }

    /** The values of a cursor; {@code invalid-cursor} where it was not sealed for this scope. */
    public List<String> open(String scope, String cursor) {
        var sealed = decode(cursor);
        if (sealed.length <= SEAL_BYTES) {
            throw invalid();
        }
        var place = Arrays.copyOfRange(sealed, SEAL_BYTES, sealed.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(sealed, SEAL_BYTES), mac(scope, place))) {
            throw invalid();
        }
        return List.of(new String(place, StandardCharsets.UTF_8).split("\\|"));
    }

    /** Only what {@link #encode} gives: Base64 alone has several spellings of the same bytes. */
    private static byte[] decode(String cursor) {
        try {
            var sealed = Base64.getUrlDecoder().decode(cursor);
            return encode(sealed).equals(cursor) ? sealed : new byte[0];
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }

    private static String encode(byte[] sealed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    private byte[] mac(String scope, byte[] place) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(scope.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(place), SEAL_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ProblemException invalid() {
        return new ProblemException(ProblemCode.INVALID_CURSOR, "Send a nextCursor as this list gave it.");
    }
}
