package dev.stagedoor.access;

import dev.stagedoor.platform.security.Sha256;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;

/**
 * A refresh token: a family secret (256 bits, constant for the session), a generation number, and a token secret (256 bits).
 * The family secret proves that an old token was issued by this service, so a replay can be distinguished from a guess without
 * storing all previous tokens. Only digests are stored.
 */
record RefreshToken(byte[] family, int generation, byte[] secret) {

    private static final String PREFIX = "sdr_";
    private static final int SECRET_BYTES = 32;
    private static final int LENGTH = 2 * SECRET_BYTES + Integer.BYTES;
    private static final BytesKeyGenerator RANDOM = KeyGenerators.secureRandom(SECRET_BYTES);

    static RefreshToken first() {
        return new RefreshToken(RANDOM.generateKey(), 0, RANDOM.generateKey());
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
    RefreshToken successor(byte[] nextSecret) {
        return new RefreshToken(family, generation + 1, nextSecret);
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

    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .put(family)
                .putInt(generation)
                .put(secret)
                .array();
    }

    @Override
    public String toString() {
        return PREFIX + "********";
    }
}
