package dev.stagedoor.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;

/** Access tokens as somebody else would make them. */
final class ForgedTokens {

    private ForgedTokens() {}

    /** What a token says, to be changed. */
    static JWTClaimsSet.Builder claims(String token) {
        try {
            return new JWTClaimsSet.Builder(SignedJWT.parse(token).getJWTClaimsSet());
        } catch (ParseException notOurs) {
            throw new AssertionError(notOurs);
        }
    }

    static String signed(ECKey key, JWTClaimsSet.Builder claims) {
        return signed(key, new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()), claims);
    }

    static String signed(ECKey key, JWSHeader.Builder header, JWTClaimsSet.Builder claims) {
        try {
            var token = new SignedJWT(header.build(), claims.build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException unusable) {
            throw new AssertionError(unusable);
        }
    }

    /** Signed with HMAC, a public text being the secret. */
    static String sealed(byte[] secret, JWTClaimsSet.Builder claims) {
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (JOSEException unusable) {
            throw new AssertionError(unusable);
        }
    }
}
