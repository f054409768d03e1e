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
 * Encodes the keyset position at the end of a page as an opaque string that is signed with HMAC-SHA256. A cursor is valid
 * only for its scope: the same list, owner and filters.
 */
@Component
public class Cursors {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 16;
    private static final String SEPARATOR = "|";

    private final SecretKeySpec key;

    Cursors(SharedSecrets secrets) {
        this.key = new SecretKeySpec(secrets.random("cursors"), ALGORITHM);
    }

    /** Returns the cursor of a position. The values must not contain {@code |}. */
    public String seal(String scope, Object... values) {
        var position = Stream.of(values).map(String::valueOf).collect(Collectors.joining(SEPARATOR));
        var bytes = position.getBytes(StandardCharsets.UTF_8);
        var sealed = ByteBuffer.allocate(MAC_BYTES + bytes.length)
                .put(mac(scope, bytes))
                .put(bytes);
        return encode(sealed.array());
    }

    /**
     * Returns the values of a cursor.
     *
     * @throws ProblemException {@code invalid-cursor} if the cursor was not created for this scope
     */
    public List<String> open(String scope, String cursor) {
        var sealed = decode(cursor);
        if (sealed.length <= MAC_BYTES) {
            throw invalid();
        }
        var position = Arrays.copyOfRange(sealed, MAC_BYTES, sealed.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(sealed, MAC_BYTES), mac(scope, position))) {
            throw invalid();
        }
        return List.of(new String(position, StandardCharsets.UTF_8).split("\\|"));
    }

    /** Accepts only the output of {@link #encode}, because several Base64 texts can decode to the same bytes. */
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

    private byte[] mac(String scope, byte[] position) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(scope.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(position), MAC_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ProblemException invalid() {
        return new ProblemException(ProblemCode.INVALID_CURSOR);
    }
}
