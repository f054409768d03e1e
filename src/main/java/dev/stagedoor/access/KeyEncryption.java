package dev.stagedoor.access;

import dev.stagedoor.platform.configuration.InvalidConfigurationException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;

/** Encrypts private keys for the database (AES-GCM). Stores plain text if no encryption key is configured. */
@Component
class KeyEncryption {

    private static final String SETTING = "STAGEDOOR_ENCRYPTION_KEY";
    private static final String PREFIX = "aes-gcm:";
    private static final int KEY_BYTES = 32;

    /** The first one encrypts, all of them decrypt. */
    private final List<BytesEncryptor> encryptors;

    /** @param keys comma-separated, in base64; may be empty */
    KeyEncryption(@Value("${stagedoor.encryption-key}") String keys) {
        this.encryptors = keys.isBlank()
                ? List.of()
                : Stream.of(keys.split(",", -1)).map(KeyEncryption::encryptor).toList();
    }

    boolean isConfigured() {
        return !encryptors.isEmpty();
    }

    String encrypt(String text) {
        return isConfigured()
                ? PREFIX + Base64.getEncoder().encodeToString(encryptors.get(0).encrypt(text.getBytes()))
                : text;
    }

    /** @throws InvalidConfigurationException if no configured key decrypts the text */
    String decrypt(String stored) {
        if (!stored.startsWith(PREFIX)) {
            return stored;
        }
        return encryptors.stream()
                .flatMap(encryptor -> decrypt(stored, encryptor).stream())
                .findFirst()
                .orElseThrow(() -> new InvalidConfigurationException(
                        SETTING, "must contain the key that encrypted the signing keys in the database"));
    }

    /** Returns whether the text is stored as {@link #encrypt} would store it. */
    boolean isCurrent(String stored) {
        return isConfigured()
                ? stored.startsWith(PREFIX)
                        && decrypt(stored, encryptors.get(0)).isPresent()
                : !stored.startsWith(PREFIX);
    }

    private static Optional<String> decrypt(String stored, BytesEncryptor encryptor) {
        try {
            var bytes = Base64.getDecoder().decode(stored.substring(PREFIX.length()));
            return Optional.of(new String(encryptor.decrypt(bytes)));
        } catch (RuntimeException otherKey) {
            return Optional.empty();
        }
    }

    private static BytesEncryptor encryptor(String key) {
        try {
            var bytes = Base64.getDecoder().decode(key.strip());
            if (bytes.length == KEY_BYTES) {
                return AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(bytes, "AES"))
                        .build();
            }
        } catch (IllegalArgumentException notBase64) {
            // The value may contain a key, so neither the value nor the cause is logged.
        }
        throw new InvalidConfigurationException(
                SETTING, "must be 256 bits in base64, or a comma-separated list of such keys");
    }
}
