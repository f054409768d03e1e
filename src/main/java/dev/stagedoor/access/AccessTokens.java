package dev.stagedoor.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.stagedoor.platform.security.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Issues and verifies access tokens: ES256 JWTs that identify an account and a session and contain no rights. */
@Component
class AccessTokens {

    private static final String AUDIENCE = "stagedoor";
    private static final String SESSION = "sid";
    private static final int MAX_VERIFIED = 20_000;
    private static final int MAX_REJECTED = 2_000;
    private static final Duration REJECTED_TTL = Duration.ofMinutes(1);

    private final AccessProperties properties;
    private final SigningKeys keys;
    private final Clock clock;
    private final JwtEncoder encoder;
    private final JwtDecoder decoder;

    /** Verified tokens. Verifying a signature takes longer than the rest of a request. */
    private final Cache<String, Claims> verified;

    /**
     * Digests of rejected tokens, with the keys at that time: another instance may have signed with a later key. A repeated
     * invalid token costs a tenth of a signature check.
     */
    private final Cache<ByteBuffer, KeySet> rejected;

    AccessTokens(AccessProperties properties, SigningKeys keys, Clock clock) {
        JWKSource<SecurityContext> source = (selector, context) -> selector.select(new JWKSet(keys.valid()));
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
        this.encoder = new NimbusJwtEncoder(source);
        this.decoder = decoder(source, properties.issuer(), clock);
        this.verified = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(MAX_VERIFIED)
                .expireAfterWrite(properties.accessTokenTtl())
                .build();
        this.rejected = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(MAX_REJECTED)
                .expireAfterWrite(REJECTED_TTL)
                .build();
    }

    Duration ttl() {
        return properties.accessTokenTtl();
    }

    String issue(UUID userId, UUID sessionId) {
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(properties.issuer())
                .audience(List.of(AUDIENCE))
                .subject(userId.toString())
                .claim(SESSION, sessionId.toString())
                .issuedAt(now)
                .expiresAt(now.plus(ttl()))
                .id(UUID.randomUUID().toString())
                .build();
        var header = JwsHeader.with(SignatureAlgorithm.ES256)
                .type("JWT")
                .keyId(keys.signer().getKeyID())
                .build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    /** Returns the claims of a token that was verified before and has not expired, if its key is still valid. */
    Optional<Claims> cached(String token) {
        return Optional.ofNullable(verified.getIfPresent(token))
                .filter(claims -> claims.expiresAt().isAfter(clock.instant()) && keys.isValid(claims.keyId()));
    }

    /**
     * Verifies signature, issuer, audience and expiry.
     *
     * @throws JwtException if the token is invalid
     */
    Claims read(String token) {
        var digest = ByteBuffer.wrap(Sha256.sha256(token.getBytes(StandardCharsets.UTF_8)));
        var current = keys.current();
        if (rejected.getIfPresent(digest) == current) {
            throw new BadJwtException("The token was rejected before");
        }
        try {
            var claims = claims(decoder.decode(token));
            verified.put(token, claims);
            return claims;
        } catch (BadJwtException invalid) {
            rejected.put(digest, current);
            throw invalid;
        }
    }

    private static Claims claims(Jwt jwt) {
        try {
            return new Claims(
                    UUID.fromString(jwt.getSubject()),
                    UUID.fromString(jwt.getClaimAsString(SESSION)),
                    Objects.requireNonNull(jwt.getExpiresAt()),
                    (String) jwt.getHeaders().get("kid"));
        } catch (IllegalArgumentException | NullPointerException invalidClaims) {
            throw new BadJwtException("sub or sid is not a UUID");
        }
    }

    private static JwtDecoder decoder(JWKSource<SecurityContext> keys, String issuer, Clock clock) {
        var times = new JwtTimestampValidator(Duration.ZERO);
        times.setClock(clock);
        var decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(
                List.of(times, new JwtIssuerValidator(issuer), new JwtAudienceValidator(AUDIENCE))));
        return decoder;
    }

    record Claims(UUID userId, UUID sessionId, Instant expiresAt, String keyId) {}
}
