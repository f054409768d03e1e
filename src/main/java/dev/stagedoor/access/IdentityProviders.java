package dev.stagedoor.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** The external issuers whose access tokens are accepted ({@code stagedoor.identity-providers}). */
@Validated
@ConfigurationProperties("stagedoor")
record IdentityProviders(@DefaultValue List<@Valid Provider> identityProviders) {

    /**
     * An external issuer.
     *
     * @param issuer    the exact {@code iss} claim of its tokens
     * @param jwkSetUri the URL of its public keys
     * @param audience  the required {@code aud} claim of its tokens
     */
    record Provider(
            @NotBlank @Size(max = 255) String issuer,
            @NotNull URI jwkSetUri,
            @NotBlank String audience) {}
}
