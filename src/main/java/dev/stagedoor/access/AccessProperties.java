package dev.stagedoor.access;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of access and refresh tokens.
 *
 * @param issuer          the {@code iss} claim of access tokens
 * @param jwtPrivateKey   a P-256 private key in PEM format, or the path of its file; if empty, a key is generated and shared by all
 *                        instances
 * @param accessTokenTtl  the lifetime of an access token
 * @param refreshTokenTtl the lifetime of a session since its last refresh
 * @param sessionMaxAge   the lifetime of a session since the sign-in, regardless of refreshes
 * @param callerCacheTtl  the maximum time until changes by other instances become visible
 */
@Validated
@ConfigurationProperties("stagedoor.access")
record AccessProperties(
        String issuer,
        String jwtPrivateKey,
        @DurationMin(seconds = 1) Duration accessTokenTtl,
        @DurationMin(seconds = 1) Duration refreshTokenTtl,
        @DurationMin(seconds = 1) Duration sessionMaxAge,
        @DurationMin Duration callerCacheTtl) {

    @Override
    public String toString() {
        return "AccessProperties[" + issuer + ", ********, " + accessTokenTtl + ", " + refreshTokenTtl + "]";
    }
}
