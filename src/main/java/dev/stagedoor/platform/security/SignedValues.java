package dev.stagedoor.platform.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Encodes values as an opaque string that is signed with HMAC-SHA256. The string is valid only for its scope. */
public final class SignedValues {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 16;
    private static final String SEPARATOR = "|";

    private final SecretKeySpec key;

    public SignedValues(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** Returns the signed values. They must not contain {@code |}. */
    public String seal(String scope, Object... values) {
        var text = Stream.of(values).map(String::valueOf).collect(Collectors.joining(SEPARATOR));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var sealed = ByteBuffer.allocate(MAC_BYTES + bytes.length)
                .put(mac(scope, bytes))
                .put(bytes);
        return encode(sealed.array());
    }

    /** Returns the values, or an empty result if the string was not created for this scope. */
    public Optional<List<String>> open(String scope, String text) {
        var sealed = decode(text);
        if (sealed.length <= MAC_BYTES) {
            return Optional.empty();
        }
        var values = Arrays.copyOfRange(sealed, MAC_BYTES, sealed.length);
        return MessageDigest.isEqual(Arrays.copyOf(sealed, MAC_BYTES), mac(scope, values))
                ? Optional.of(List.of(new String(values, StandardCharsets.UTF_8).split("\\|")))
                : Optional.empty();
    }

    /** Accepts only the output of {@link #encode}, because several Base64 texts can decode to the same bytes. */
    private static byte[] decode(String text) {
        try {
            var sealed = Base64.getUrlDecoder().decode(text);
            return encode(sealed).equals(text) ? sealed : new byte[0];
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static String encode(byte[] sealed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    private byte[] mac(String scope, byte[] values) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(scope.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(values), MAC_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
