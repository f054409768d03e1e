package dev.stagedoor.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
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

/** Writes and reads our access tokens: ES256 JWTs that name an account and a session, and no right at all. */
@Component
class AccessTokens {

    private static final String AUDIENCE = "stagedoor";
    private static final String SESSION = "sid";
    private static final int MOST_VERIFIED = 20_000;
    private static final int MOST_REFUSED = 2_000;

    private final AccessProperties properties;
    private final Clock clock;
    private final JwtEncoder encoder;
    private final JwtDecoder decoder;

    /** Verifying a signature costs more than all the rest of a request, and a token says the same each time. */
    private final Cache<String, Claims> verified;

    /** By digest, the texts being anybody's. What was refused once is refused: no time makes it good. */
    private final Cache<ByteBuffer, Boolean> refused;

    AccessTokens(AccessProperties properties, SigningKey key, Clock clock) {
        var keys = new ImmutableJWKSet<>(new JWKSet(key.pair()));
        this.properties = properties;
        this.clock = clock;
        this.encoder = new NimbusJwtEncoder(keys);
        this.decoder = decoder(keys, properties.issuer(), clock);
        this.verified = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(MOST_VERIFIED)
                .expireAfterWrite(properties.accessTokenTtl())
                .build();
        this.refused = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(MOST_REFUSED)
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
        var header = JwsHeader.with(SignatureAlgorithm.ES256).type("JWT").build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    /** What a token says that was read before and has not expired since. */
    Optional<Claims> known(String token) {
        return Optional.ofNullable(verified.getIfPresent(token))
                .filter(known -> known.expiresAt().isAfter(clock.instant()));
    }

    /** What a token says, once its signature, issuer, audience and times are good; else a {@link JwtException}. */
    Claims read(String token) {
        var digest = ByteBuffer.wrap(Sha256.sha256(token.getBytes(StandardCharsets.UTF_8)));
        if (refused.getIfPresent(digest) != null) {
            throw new BadJwtException("It was refused before");
        }
        try {
            var claims = claims(decoder.decode(token));
            verified.put(token, claims);
            return claims;
        } catch (BadJwtException bad) {
            refused.put(digest, true);
            throw bad;
        }
    }

    private static Claims claims(Jwt jwt) {
        try {
            return new Claims(
                    UUID.fromString(jwt.getSubject()),
                    UUID.fromString(jwt.getClaimAsString(SESSION)),
                    Objects.requireNonNull(jwt.getExpiresAt()));
        } catch (IllegalArgumentException | NullPointerException foreign) {
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

    record Claims(UUID userId, UUID sessionId, Instant expiresAt) {}
}
