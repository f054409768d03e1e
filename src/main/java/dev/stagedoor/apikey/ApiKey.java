package dev.stagedoor.apikey;

import dev.stagedoor.platform.persistence.UuidV7;
import dev.stagedoor.platform.security.Sha256;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;

/** An API key: a prefix for secret scanners, the key id, and a 256-bit secret. */
record ApiKey(UUID id, byte[] secret) {

    static final int DISPLAYED_LENGTH = 12;

    private static final String PREFIX = "sdk_";
    private static final int ID_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final BytesKeyGenerator RANDOM = KeyGenerators.secureRandom(SECRET_BYTES);

    static ApiKey generate() {
        return new ApiKey(UuidV7.next(), RANDOM.generateKey());
    }

    static Optional<ApiKey> parse(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
            return bytes.length == ID_BYTES + SECRET_BYTES
                    ? Optional.of(read(ByteBuffer.wrap(bytes)))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static ApiKey read(ByteBuffer bytes) {
        var id = new UUID(bytes.getLong(), bytes.getLong());
        var secret = new byte[SECRET_BYTES];
        bytes.get(secret);
        return new ApiKey(id, secret);
    }

    byte[] secretDigest() {
        return Sha256.sha256(secret);
    }

    /** Returns the key in plain text, as sent to the admin once. */
    String reveal() {
        var bytes = ByteBuffer.allocate(ID_BYTES + SECRET_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(secret);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    @Override
    public String toString() {
        return PREFIX + "********";
    }
}
