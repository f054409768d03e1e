package dev.stagedoor.access;

import dev.stagedoor.platform.security.Sha256;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * A refresh token: a family secret (256 bits, constant for the session), a generation number, and a token secret (256 bits).
 * The family secret proves that an old token was issued by this service, so a replay can be distinguished from a guess without
 * storing all previous tokens. Only digests are stored.
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

    /** Returns the next token of the family. */
    RefreshToken successor() {
        return new RefreshToken(family, generation + 1, random());
    }

    int generation() {
        return generation;
    }

    byte[] familyDigest() {
        return Sha256.sha256(family);
    }

    /** Returns the digest of the whole token, so that its parts cannot be combined with parts of other tokens. */
    byte[] digest() {
        return Sha256.sha256(bytes());
    }

    /** Returns the token in plain text, as sent to the client. */
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
