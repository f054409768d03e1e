package dev.stagedoor.access;

import dev.stagedoor.platform.security.Sha256;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * A refresh token: the family it belongs to (256 bits, the same through a session's life), its generation within the
 * family, and its own secret (256 bits). The family's secret proves that an old token was once ours, so a replay can
 * be told from a guess without keeping every token that ever was. Only digests are stored.
 */
final class RefreshToken {

    private static final String PREFIX = "sdr_";
    private static final int SECRET_BYTES = 32;
    private static final int LENGTH = 2 * SECRET_BYTES + Integer.BYTES;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] family;
    private final int generation;
    private final byte[] secret;

    private RefreshToken(byte[] family, int generation, byte[] secret) {
        this.family = family;
        this.generation = generation;
        this.secret = secret;
    }

    static RefreshToken first() {
        return new RefreshToken(random(), 0, random());
    }

    static Optional<RefreshToken> parse(String text) {
        if (text == null || !text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
            return bytes.length == LENGTH ? Optional.of(read(ByteBuffer.wrap(bytes))) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static RefreshToken read(ByteBuffer bytes) {
        var family = new byte[SECRET_BYTES];
        var secret = new byte[SECRET_BYTES];
        bytes.get(family);
        var generation = bytes.getInt();
        bytes.get(secret);
        return new RefreshToken(family, generation, secret);
    }

    /** The next token of the same family. */
    RefreshToken successor() {
        return new RefreshToken(family, generation + 1, random());
    }

    int generation() {
        return generation;
    }

    byte[] familyDigest() {
        return Sha256.sha256(family);
    }

    /** Of the whole token, so that no part can be exchanged for another token's. */
    byte[] digest() {
        return Sha256.sha256(bytes());
    }

    /** What the client is given. */
    String reveal() {
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    private byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .put(family)
                .putInt(generation)
                .put(secret)
                .array();
    }

    private static byte[] random() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return PREFIX + "********";
    }
}
