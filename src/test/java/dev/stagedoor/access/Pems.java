package dev.stagedoor.access;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/** Key pairs and their PEM formats. */
final class Pems {

    /** The DER prefix of an ECPrivateKey (RFC 5915) before the 32 bytes of a P-256 key. */
    private static final byte[] SEC1_HEAD = HexFormat.of().parseHex("30310201010420");

    private static final byte[] SEC1_TAIL = HexFormat.of().parseHex("a00a06082a8648ce3d030107");

    private Pems() {}

    static KeyPair pair(String curve) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException exception) {
            throw new AssertionError(exception);
        }
    }

    static KeyPair pair() {
        return pair("secp256r1");
    }

    static String pkcs8(KeyPair pair) {
        return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    static String publicKey(KeyPair pair) {
        return pem("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    static String sec1(KeyPair pair) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(SEC1_HEAD);
        bytes.writeBytes(unsigned(((ECPrivateKey) pair.getPrivate()).getS()));
        bytes.writeBytes(SEC1_TAIL);
        return pem("EC PRIVATE KEY", bytes.toByteArray());
    }

    static String body(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private static byte[] unsigned(BigInteger secret) {
        return HexFormat.of().parseHex("%064x".formatted(secret));
    }

    static String pem(String type, byte[] content) {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
    }
}
