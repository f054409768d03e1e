package dev.stagedoor.access;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import javax.crypto.KeyAgreement;

/**
 * Derives the public key of a P-256 private key, because a PEM may omit it and the JDK does not derive it. An ECDH key
 * agreement with the curve's generator yields the x coordinate. Two points have that x. The public key is the one that verifies
 * a signature of the private key.
 */
final class PublicKeys {

    private static final byte[] PROBE = {1};

    private PublicKeys() {}

    static ECPublicKey of(ECPrivateKey privateKey) throws GeneralSecurityException {
        var x = new BigInteger(1, agree(privateKey));
        var prime = ((ECFieldFp) privateKey.getParams().getCurve().getField()).getP();
        var y = root(x, privateKey);
        var key = key(privateKey, new ECPoint(x, y));
        return verifies(privateKey, key) ? key : key(privateKey, new ECPoint(x, prime.subtract(y)));
    }

    private static byte[] agree(ECPrivateKey privateKey) throws GeneralSecurityException {
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(privateKey);
        agreement.doPhase(key(privateKey, privateKey.getParams().getGenerator()), true);
        return agreement.generateSecret();
    }

    /** Returns one of the two solutions of y² = x³ + ax + b. The prime is 3 modulo 4, so a power is a square root. */
    private static BigInteger root(BigInteger x, ECPrivateKey privateKey) {
        var curve = privateKey.getParams().getCurve();
        var prime = ((ECFieldFp) curve.getField()).getP();
        var square = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(prime);
        return square.modPow(prime.add(BigInteger.ONE).shiftRight(2), prime);
    }

    private static ECPublicKey key(ECPrivateKey privateKey, ECPoint point) throws GeneralSecurityException {
        var spec = new ECPublicKeySpec(point, privateKey.getParams());
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
    }

    private static boolean verifies(ECPrivateKey privateKey, ECPublicKey key) throws GeneralSecurityException {
        var signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(privateKey);
        signer.update(PROBE);
        var signature = signer.sign();
        signer.initVerify(key);
        signer.update(PROBE);
        return signer.verify(signature);
    }
}
