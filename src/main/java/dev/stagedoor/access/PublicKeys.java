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
 * Finds the public key that belongs to a P-256 private one, since a PEM need not hold it and the JDK cannot tell.
 * Agreeing on a key with the curve's generator yields the point's x; of the two points with that x, the one that
 * verifies a signature of the private key is it.
 */
final class PublicKeys {

    private static final byte[] PROBE = {1};

    private PublicKeys() {}

    static ECPublicKey of(ECPrivateKey secret) throws GeneralSecurityException {
        var x = new BigInteger(1, agree(secret));
        var prime = ((ECFieldFp) secret.getParams().getCurve().getField()).getP();
        var y = root(x, secret);
        var key = key(secret, new ECPoint(x, y));
        return verifies(secret, key) ? key : key(secret, new ECPoint(x, prime.subtract(y)));
    }

    private static byte[] agree(ECPrivateKey secret) throws GeneralSecurityException {
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(secret);
        agreement.doPhase(key(secret, secret.getParams().getGenerator()), true);
        return agreement.generateSecret();
    }

    /** One of the two y with y² = x³ + ax + b; the prime is 3 modulo 4, so a power gives it. */
    private static BigInteger root(BigInteger x, ECPrivateKey secret) {
        var curve = secret.getParams().getCurve();
        var prime = ((ECFieldFp) curve.getField()).getP();
        var square = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(prime);
        return square.modPow(prime.add(BigInteger.ONE).shiftRight(2), prime);
    }

    private static ECPublicKey key(ECPrivateKey secret, ECPoint point) throws GeneralSecurityException {
        var spec = new ECPublicKeySpec(point, secret.getParams());
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
    }

    private static boolean verifies(ECPrivateKey secret, ECPublicKey key) throws GeneralSecurityException {
        var signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(secret);
        signer.update(PROBE);
        var signature = signer.sign();
        signer.initVerify(key);
        signer.update(PROBE);
        return signer.verify(signature);
    }
}
