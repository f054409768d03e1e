package dev.stagedoor.access;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The external issuers whose access tokens are accepted ({@code stagedoor.identity-providers}). */
@ConfigurationProperties("stagedoor")
record IdentityProviders(List<Provider> identityProviders) {

    IdentityProviders {
        identityProviders = identityProviders == null ? List.of() : List.copyOf(identityProviders);
    }

    /**
     * An external issuer.
     *
     * @param issuer    the exact {@code iss} claim of its tokens
     * @param jwkSetUri the URL of its public keys
     * @param audience  the required {@code aud} claim of its tokens
     */
    record Provider(String issuer, URI jwkSetUri, String audience) {

        Provider {
            require(issuer, "issuer");
            require(jwkSetUri, "jwk-set-uri");
            require(audience, "audience");
        }

        private static void require(Object value, String name) {
            if (value == null || value.toString().isBlank()) {
                throw new IllegalArgumentException("stagedoor.identity-providers[].%s must be set".formatted(name));
            }
        }
    }
}
