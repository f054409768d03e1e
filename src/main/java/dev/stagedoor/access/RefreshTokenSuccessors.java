package dev.stagedoor.access;

import dev.stagedoor.platform.persistence.SharedSecrets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Derives the successor of a refresh token from the token and a secret that all instances share. Every presentation of a
 * token therefore leads to the same successor, which is not stored.
 */
@Component
class RefreshTokenSuccessors {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    RefreshTokenSuccessors(SharedSecrets secrets) {
        this.key = new SecretKeySpec(secrets.random("refresh-token"), ALGORITHM);
    }

    RefreshToken of(RefreshToken token) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return token.successor(mac.doFinal(token.bytes()));
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
