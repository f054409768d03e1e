package dev.stagedoor.access;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs the header and the claims of a token. */
interface TokenSigner {

    /** Returns an empty signature. */
    TokenSigner NONE = input -> new byte[0];

    byte[] sign(byte[] input) throws GeneralSecurityException;

    /** Signs with a JWS algorithm (RFC 7518). ES384 and ES512 accept keys of any curve. */
    static TokenSigner of(String algorithm, PrivateKey key) {
        return input -> {
            var signer = Signature.getInstance(
                    switch (algorithm) {
                        case "RS256" -> "SHA256withRSA";
                        case "PS256" -> "RSASSA-PSS";
                        case "EdDSA" -> "Ed25519";
                        default -> "SHA" + algorithm.substring(2) + "withECDSAinP1363Format";
                    });
            if (algorithm.equals("PS256")) {
                signer.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            }
            signer.initSign(key);
            signer.update(input);
            return signer.sign();
        };
    }

    /** Signs with HS256, HS384 or HS512. */
    static TokenSigner hmac(String algorithm, byte[] secret) {
        return input -> {
            var mac = Mac.getInstance("HmacSHA" + algorithm.substring(2));
            mac.init(new SecretKeySpec(secret, mac.getAlgorithm()));
            return mac.doFinal(input);
        };
    }
}
