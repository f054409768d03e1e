package dev.stagedoor.access;

import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** Verifies EdDSA signatures (RFC 8037) with the JDK. Nimbus requires an additional library for Ed25519. */
final class Ed25519 {

    private static final int KEY_BYTES = 32;

    private Ed25519() {}

    static boolean verifies(SignedJWT token, OctetKeyPair key) throws GeneralSecurityException {
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(publicKey(key.getDecodedX()));
        verifier.update(token.getSigningInput());
        return verifier.verify(token.getSignature().decode());
    }

    /** Decodes the y coordinate in little-endian order, with the parity of x in the highest bit (RFC 8032, 5.1.2). */
    private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        if (encoded.length != KEY_BYTES) {
            throw new GeneralSecurityException("An Ed25519 key has 32 bytes");
        }
        var y = new byte[KEY_BYTES];
        for (var index = 0; index < KEY_BYTES; index++) {
            y[index] = encoded[KEY_BYTES - 1 - index];
        }
        var odd = (y[0] & 0x80) != 0;
        y[0] &= 0x7f;
        var point = new EdECPoint(odd, new BigInteger(1, y));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }
}
