package dev.stagedoor.access;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Knows the tokens of the configured providers by their issuer; of an unknown one nobody is asked anything. */
@Component
@EnableConfigurationProperties(IdentityProviders.class)
class ExternalTokens {

    private final Map<String, ProviderTokenVerifier> providers = new HashMap<>();

    ExternalTokens(IdentityProviders configured, Clock clock) {
        for (var provider : configured.identityProviders()) {
            providers.put(provider.issuer(), new ProviderTokenVerifier(provider, providers.isEmpty(), clock));
        }
    }

    /**
     * Whom the token stands for; empty where it is not of a configured issuer. A token that names one but is not good
     * is refused with a {@link org.springframework.security.oauth2.jwt.JwtException}.
     */
    Optional<ExternalIdentity> read(String token) {
        if (providers.isEmpty()) {
            return Optional.empty();
        }
        try {
            var jwt = SignedJWT.parse(token);
            var issuer = jwt.getJWTClaimsSet().getIssuer();
            return Optional.ofNullable(issuer).map(providers::get).map(tokens -> tokens.read(jwt));
        } catch (ParseException noJwt) {
            return Optional.empty();
        }
    }
}
