package dev.stagedoor.access;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Who else may sign access tokens ({@code stagedoor.identity-providers}). */
@ConfigurationProperties("stagedoor")
record IdentityProviders(List<Provider> identityProviders) {

    IdentityProviders {
        identityProviders = identityProviders == null ? List.of() : List.copyOf(identityProviders);
    }

    /**
     * One of them.
     *
     * @param issuer    the {@code iss} of its tokens, exactly
     * @param jwkSetUri where its public keys are
     * @param audience  the {@code aud} that its tokens for us name
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
