package dev.stagedoor.access;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.time.Clock;
import java.util.List;
import lombok.extern.slf4j.Slf4j;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.util.StringUtils;

/** The keys of access tokens: the configured key, or the keys in the database, which all instances share. */
@Slf4j
@Component
class SigningKeys {

    private final SigningKeyStore store;
    private final Clock clock;
    private final boolean configured;
    private volatile KeySet keys;

    SigningKeys(AccessProperties properties, SigningKeyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.configured = StringUtils.hasText(properties.jwtPrivateKey());
        this.keys =
                configured ? KeySet.of(SigningKey.configured(properties.jwtPrivateKey())) : store.load(KeySet.EMPTY);
    }

    /** Returns whether the key is configured and not in the database. */
    boolean isConfigured() {
        return configured;
    }

    /** Returns the current keys. The object changes if and only if the keys change. */
    KeySet current() {
        return keys;
    }

    /** Returns the key that signs new tokens. */
    ECKey signer() {
        return keys.signer(clock.instant());
    }

    /** Returns the keys that verify tokens, the latest first. */
    List<JWK> valid() {
        return keys.valid(clock.instant());
    }

    boolean isValid(String kid) {
        return keys.isValid(kid, clock.instant());
    }

    /** Reads the keys from the database. Keeps the known keys while the database is unreachable. */
    void refresh() {
        try {
            var loaded = store.load(keys);
            if (!loaded.equals(keys)) {
                keys = loaded;
                log.info("Access tokens are signed with the key {}", signer().getKeyID());
            }
        } catch (DataAccessException | TransactionException unreachable) {
            log.debug("Cannot read the signing keys", unreachable);
        } catch (RuntimeException failure) {
            log.error("Cannot read the signing keys: {}", failure.getMessage());
        }
    }
}
