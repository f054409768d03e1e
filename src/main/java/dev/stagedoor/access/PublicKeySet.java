package dev.stagedoor.access;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** The public keys of our access tokens, as a JSON Web Key Set (RFC 7517). */
@Service
@RequiredArgsConstructor
public class PublicKeySet {

    private final SigningKey key;

    public Map<String, Object> asJson() {
        return new JWKSet(key.pair().toPublicJWK()).toJSONObject();
    }
}
