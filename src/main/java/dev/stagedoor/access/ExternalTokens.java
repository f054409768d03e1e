package dev.stagedoor.access;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Verifies tokens of the configured identity providers. Tokens of unknown issuers cause no outbound requests. */
@Component
@EnableConfigurationProperties(IdentityProviders.class)
class ExternalTokens {

    private final Map<String, ProviderTokenVerifier> providers = new HashMap<>();
    private final Optional<String> firstIssuer;

    ExternalTokens(IdentityProviders configured, Clock clock) {
        this.firstIssuer = configured.identityProviders().stream()
                .map(IdentityProviders.Provider::issuer)
                .findFirst();
        for (var provider : configured.identityProviders()) {
            providers.put(provider.issuer(), new ProviderTokenVerifier(provider, providers.isEmpty(), clock));
        }
    }

    /** Returns the issuer of {@code users.better_auth_id}. */
    Optional<String> firstIssuer() {
        return firstIssuer;
    }

    /**
     * Returns the identity of a token, or an empty result if the issuer is not configured.
     *
     * @throws org.springframework.security.oauth2.jwt.JwtException if the issuer is configured and the token is invalid
     */
    Optional<ExternalIdentity> read(String token) {
        if (providers.isEmpty()) {
            return Optional.empty();
        }
        try {
            var jwt = SignedJWT.parse(token);
            var issuer = jwt.getJWTClaimsSet().getIssuer();
            return Optional.ofNullable(issuer).map(providers::get).map(verifier -> verifier.read(jwt));
        } catch (ParseException notAJwt) {
            return Optional.empty();
        }
    }
}
