package dev.stagedoor.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.stagedoor.platform.validation.TextRules;
import java.net.MalformedURLException;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import lombok.extern.slf4j.Slf4j;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Reads the tokens of one provider. Its keys are kept for five minutes, asked for at most twice a minute whatever the
 * tokens name, and waited for two seconds at most.
 */
@Slf4j
class ProviderTokenVerifier {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.EdDSA, JWSAlgorithm.ES256, JWSAlgorithm.RS256);
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt");
    private static final int WAIT_MILLIS = 2_000;
    private static final int MOST_BYTES = 100_000;
    private static final int KEPT_MILLIS = 300_000;
    private static final int PAUSE_MILLIS = 30_000;
    private static final int LONGEST_ID = 255;

    private final IdentityProviders.Provider provider;
    private final boolean isFirst;
    private final JWKSource<SecurityContext> keys;
    private final Clock clock;

    ProviderTokenVerifier(IdentityProviders.Provider provider, boolean isFirst, Clock clock) {
        this.provider = provider;
        this.isFirst = isFirst;
        this.clock = clock;
        this.keys = keys(provider);
    }

    /** Whom a token stands for, once its signature, audience and times are good; else a {@link JwtException}. */
    ExternalIdentity read(SignedJWT token) {
        try {
            if (!isAcceptable(token) || !isSigned(token)) {
                throw new JwtException("The token is not signed by its issuer");
            }
            check(token.getJWTClaimsSet());
            return ExternalIdentity.of(betterAuthId(token.getJWTClaimsSet().getSubject()), token.getJWTClaimsSet());
        } catch (ParseException | JOSEException | GeneralSecurityException unusable) {
            throw new JwtException("The token cannot be verified");
        }
    }

    /** The first provider's subjects are kept as they are, those of others with their issuer, lest they meet. */
    private String betterAuthId(String subject) {
        var id = isFirst ? subject : provider.issuer() + "|" + subject;
        if (id.length() > LONGEST_ID) {
            throw new JwtException("The token's subject is too long");
        }
        return id;
    }

    private static boolean isAcceptable(SignedJWT token) {
        var header = token.getHeader();
        return ALGORITHMS.contains(header.getAlgorithm())
                && header.getCriticalParams() == null
                && (header.getType() == null
                        || TYPES.contains(header.getType().getType().toLowerCase(Locale.ROOT)));
    }

    private boolean isSigned(SignedJWT token) throws JOSEException, GeneralSecurityException {
        for (var key : candidates(token)) {
            if (verifies(token, key)) {
                return true;
            }
        }
        return false;
    }

    private Iterable<JWK> candidates(SignedJWT token) throws KeySourceException {
        var matcher = new JWKMatcher.Builder()
                .keyID(token.getHeader().getKeyID())
                .keyUses(KeyUse.SIGNATURE, null)
                .privateOnly(false)
                .build();
        return keys.get(new JWKSelector(matcher), null);
    }

    private static boolean verifies(SignedJWT token, JWK key) throws JOSEException, GeneralSecurityException {
        var algorithm = token.getHeader().getAlgorithm();
        if (key instanceof OctetKeyPair pair && Curve.Ed25519.equals(pair.getCurve())) {
            return JWSAlgorithm.EdDSA.equals(algorithm) && Ed25519.verifies(token, pair);
        }
        if (key instanceof ECKey pair && Curve.P_256.equals(pair.getCurve())) {
            return JWSAlgorithm.ES256.equals(algorithm) && token.verify(new ECDSAVerifier(pair));
        }
        return key instanceof RSAKey pair
                && JWSAlgorithm.RS256.equals(algorithm)
                && token.verify(new RSASSAVerifier(pair));
    }

    private void check(JWTClaimsSet claims) {
        var now = Date.from(clock.instant());
        var subject = claims.getSubject();
        if (!claims.getAudience().contains(provider.audience())
                || claims.getExpirationTime() == null
                || !claims.getExpirationTime().after(now)
                || claims.getNotBeforeTime() != null
                        && claims.getNotBeforeTime().after(now)
                || subject == null
                || subject.isBlank()
                || !TextRules.isOneLine(subject)) {
            throw new JwtException("The token's claims are not acceptable");
        }
    }

    private static JWKSource<SecurityContext> keys(IdentityProviders.Provider provider) {
        try {
            var retriever = new DefaultResourceRetriever(WAIT_MILLIS, WAIT_MILLIS, MOST_BYTES);
            return JWKSourceBuilder.create(provider.jwkSetUri().toURL(), retriever)
                    .cache(KEPT_MILLIS, WAIT_MILLIS)
                    .rateLimited(PAUSE_MILLIS)
                    .build();
        } catch (MalformedURLException malformed) {
            throw new IllegalArgumentException("stagedoor.identity-providers[].jwk-set-uri is no address", malformed);
        }
    }
}
