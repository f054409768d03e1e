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
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.validation.TextRules;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lombok.extern.slf4j.Slf4j;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Verifies the tokens of one identity provider. Its keys are cached for 5 minutes and requested at most twice per minute, even
 * if tokens contain unknown key ids. Requests time out after 5 seconds.
 */
@Slf4j
class ProviderTokenVerifier {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.EdDSA, JWSAlgorithm.ES256, JWSAlgorithm.RS256);
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");
    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int READ_TIMEOUT_MILLIS = 3_000;
    private static final int TIMEOUT_MILLIS = CONNECT_TIMEOUT_MILLIS + READ_TIMEOUT_MILLIS;
    private static final int MAX_BYTES = 100_000;
    private static final int CACHE_TTL_MILLIS = 300_000;
    private static final int MIN_REQUEST_INTERVAL_MILLIS = 30_000;
    private static final Duration MAX_AGE = Duration.ofHours(24);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);
    private static final int MAX_SUBJECT_LENGTH = 255;

    private final IdentityProviders.Provider provider;
    private final boolean isFirst;
    private final JWKSource<SecurityContext> keys;
    private final Clock clock;
    private volatile boolean reachable = true;

    ProviderTokenVerifier(IdentityProviders.Provider provider, boolean isFirst, Clock clock) {
        this.provider = provider;
        this.isFirst = isFirst;
        this.clock = clock;
        this.keys = keys(provider);
    }

    /**
     * Verifies signature, audience, validity period and age, and returns the identity.
     *
     * @throws JwtException if the token is invalid
     * @throws ProblemException {@code service-unavailable} if the keys cannot be read
     */
    ExternalIdentity read(SignedJWT token) {
        try {
            if (!isAcceptable(token) || !isSigned(token)) {
                throw new JwtException("The token is not signed by its issuer");
            }
            check(token.getJWTClaimsSet());
            return ExternalIdentity.of(isFirst, token.getJWTClaimsSet());
        } catch (KeySourceException withoutKeys) {
            throw failure(withoutKeys);
        } catch (ParseException | JOSEException | IllegalArgumentException invalidToken) {
            throw new JwtException("The token cannot be verified");
        }
    }

    /** A request that is not sent because of the rate limit means that the key does not exist, if the provider is reachable. */
    private RuntimeException failure(KeySourceException withoutKeys) {
        return reachable && !(withoutKeys instanceof JWKSetUnavailableException)
                ? new JwtException("The token's key is unknown")
                : new ProblemException(ProblemCode.SERVICE_UNAVAILABLE, "identity-provider")
                        .withRetryAfter(Duration.ofMillis(MIN_REQUEST_INTERVAL_MILLIS));
    }

    private static boolean isAcceptable(SignedJWT token) {
        var header = token.getHeader();
        return ALGORITHMS.contains(header.getAlgorithm())
                && header.getCriticalParams() == null
                && (header.getType() == null
                        || TYPES.contains(header.getType().getType().toLowerCase(Locale.ROOT)));
    }

    private boolean isSigned(SignedJWT token) throws JOSEException {
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

    private static boolean verifies(SignedJWT token, JWK key) throws JOSEException {
        var algorithm = token.getHeader().getAlgorithm();
        if (key instanceof OctetKeyPair pair && Curve.Ed25519.equals(pair.getCurve())) {
            return JWSAlgorithm.EdDSA.equals(algorithm) && verifiesEd25519(token, pair);
        }
        if (key instanceof ECKey pair && Curve.P_256.equals(pair.getCurve())) {
            return JWSAlgorithm.ES256.equals(algorithm) && token.verify(new ECDSAVerifier(pair));
        }
        return key instanceof RSAKey pair
                && JWSAlgorithm.RS256.equals(algorithm)
                && token.verify(new RSASSAVerifier(pair));
    }

    /** Nimbus itself requires another library for Ed25519. */
    private static boolean verifiesEd25519(SignedJWT token, OctetKeyPair key) {
        var input = token.getSigningInput();
        var verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(key.getDecodedX()));
        verifier.update(input, 0, input.length);
        return verifier.verifySignature(token.getSignature().decode());
    }

    private void check(JWTClaimsSet claims) {
        if (!claims.getAudience().contains(provider.audience())
                || !isCurrent(claims)
                || !isValid(claims.getSubject())) {
            throw new JwtException("The token's claims are invalid");
        }
    }

    /** A provider may issue tokens that are valid for years, so the age is limited, too. */
    private boolean isCurrent(JWTClaimsSet claims) {
        var earliest = Date.from(clock.instant().minus(CLOCK_SKEW));
        var latest = Date.from(clock.instant().plus(CLOCK_SKEW));
        var oldest = Date.from(earliest.toInstant().minus(MAX_AGE));
        return claims.getExpirationTime() != null
                && claims.getExpirationTime().after(earliest)
                && claims.getIssueTime() != null
                && claims.getIssueTime().after(oldest)
                && !claims.getIssueTime().after(latest)
                && (claims.getNotBeforeTime() == null
                        || !claims.getNotBeforeTime().after(latest));
    }

    private static boolean isValid(String subject) {
        return subject != null
                && !subject.isBlank()
                && subject.length() <= MAX_SUBJECT_LENGTH
                && TextRules.isOneLine(subject);
    }

    private JWKSource<SecurityContext> keys(IdentityProviders.Provider provider) {
        try {
            var retriever = new KeySetRetriever();
            return JWKSourceBuilder.create(provider.jwkSetUri().toURL(), retriever)
                    .cache(CACHE_TTL_MILLIS, TIMEOUT_MILLIS)
                    .rateLimited(MIN_REQUEST_INTERVAL_MILLIS)
                    .build();
        } catch (MalformedURLException malformed) {
            throw new IllegalArgumentException(
                    "stagedoor.identity-providers[].jwk-set-uri is not a valid URL", malformed);
        }
    }

    /** Nimbus rejects a key set if one of its keys has an unknown curve. */
    private static String withoutUnknownKeys(String keySet) {
        try {
            var json = JSONObjectUtils.parse(keySet);
            var keys = JSONObjectUtils.getJSONObjectArray(json, "keys");
            json.put(
                    "keys",
                    Stream.of(keys).filter(ProviderTokenVerifier::isKnown).toList());
            return JSONObjectUtils.toJSONString(json);
        } catch (ParseException | NullPointerException malformed) {
            return keySet;
        }
    }

    private static boolean isKnown(Map<String, Object> key) {
        try {
            JWK.parse(key);
            return true;
        } catch (ParseException | IllegalArgumentException unknown) {
            return false;
        }
    }

    private final class KeySetRetriever extends DefaultResourceRetriever {

        KeySetRetriever() {
            super(CONNECT_TIMEOUT_MILLIS, READ_TIMEOUT_MILLIS, MAX_BYTES);
        }

        @Override
        public Resource retrieveResource(URL url) throws IOException {
            try {
                var keySet = super.retrieveResource(url);
                reachable = true;
                return new Resource(withoutUnknownKeys(keySet.getContent()), keySet.getContentType());
            } catch (IOException unreachable) {
                reachable = false;
                throw unreachable;
            }
        }
    }
}
