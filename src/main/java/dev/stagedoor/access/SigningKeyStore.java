package dev.stagedoor.access;

import com.nimbusds.jose.jwk.ECKey;
import dev.stagedoor.access.SigningKeyRepository.StoredKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores the signing keys in the database, encrypted if an encryption key is configured. */
@Component
@RequiredArgsConstructor
class SigningKeyStore {

    /** All instances publish a new key before any of them signs with it. */
    private static final Duration PUBLISHED_BEFORE_USE = Duration.ofSeconds(20);

    private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(10);

    private final SigningKeyRepository keys;
    private final KeyEncryption encryption;
    private final AccessProperties properties;
    private final Clock clock;

    /**
     * Reads all keys. Creates the first one; concurrent instances get the same key.
     *
     * @param known keys that need not be decrypted again
     */
    KeySet load(KeySet known) {
        var stored = keys.list();
        if (stored.isEmpty()) {
            insert(1, clock.instant());
            stored = keys.list();
        }
        return new KeySet(stored.stream()
                .map(key -> new KeySet.Entry(
                        known.find(key.kid()).orElseGet(() -> decrypt(key)), key.signsFrom(), key.verifiesUntil()))
                .toList());
    }

    /**
     * Adds a key. The earlier keys verify until their last token has expired, or become invalid immediately.
     *
     * @return the id of the new key
     */
    @Transactional
    public String rotate(boolean immediately) {
        var generation = keys.lastGeneration() + 1;
        var signsFrom = immediately ? clock.instant() : clock.instant().plus(PUBLISHED_BEFORE_USE);
        var kid = insert(generation, signsFrom);
        if (immediately) {
            keys.deleteBefore(generation);
        } else {
            keys.deleteExpired(clock.instant());
            keys.expireBefore(
                    generation, signsFrom.plus(properties.accessTokenTtl()).plus(CLOCK_DIFFERENCE));
        }
        return kid;
    }

    /** Encrypts keys that were stored before the current encryption key was configured. */
    void encryptAll() {
        keys.list().stream()
                .filter(key -> !encryption.isCurrent(key.privateKey()))
                .forEach(key -> keys.replace(key, encryption.encrypt(encryption.decrypt(key.privateKey()))));
    }

    /** A concurrent insert of the same generation takes precedence. */
    private String insert(int generation, Instant signsFrom) {
        var pem = SigningKey.generate();
        var kid = SigningKey.parse(pem).getKeyID();
        var key = new StoredKey(generation, kid, encryption.encrypt(pem), signsFrom, null);
        if (!keys.insert(key, clock.instant()) && generation > 1) {
            throw new IllegalStateException("Another rotation is in progress");
        }
        return kid;
    }

    private ECKey decrypt(StoredKey key) {
        return SigningKey.parse(encryption.decrypt(key.privateKey()));
    }
}
