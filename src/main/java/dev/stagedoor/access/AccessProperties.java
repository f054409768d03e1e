package dev.stagedoor.access;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What tokens say and how long they live.
 *
 * @param issuer          the {@code iss} of our access tokens
 * @param jwtPrivateKey   a P-256 private key as PEM, or the path of its file; empty: one is made and shared
 * @param accessTokenTtl  how long an access token lives
 * @param refreshTokenTtl how long a session lives without being refreshed
 * @param callerCacheTtl  how long what others change of a session or an account may go unnoticed
 */
@Validated
@ConfigurationProperties("stagedoor.access")
record AccessProperties(
        String issuer,
        String jwtPrivateKey,
        @DurationMin(seconds = 1) Duration accessTokenTtl,
        @DurationMin(seconds = 1) Duration refreshTokenTtl,
        @DurationMin Duration callerCacheTtl) {

    @Override
    public String toString() {
        return "AccessProperties[" + issuer + ", ********, " + accessTokenTtl + ", " + refreshTokenTtl + "]";
    }
}
