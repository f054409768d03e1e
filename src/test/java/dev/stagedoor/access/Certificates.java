package dev.stagedoor.access;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.HexFormat;

/** Creates X.509 certificates in DER, because the JDK can only parse them. */
final class Certificates {

    private static final int SEQUENCE = 0x30;
    private static final byte[] ECDSA_WITH_SHA256 = HexFormat.of().parseHex("06082a8648ce3d040302");
    private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");

    private Certificates() {}

    /** Returns a self-signed certificate of a P-256 key. */
    static byte[] selfSigned(KeyPair pair) {
        var algorithm = der(SEQUENCE, ECDSA_WITH_SHA256);
        var name = der(SEQUENCE, der(0x31, der(SEQUENCE, COMMON_NAME, text(0x0c, "localhost"))));
        var years = der(SEQUENCE, text(0x17, "200101000000Z"), text(0x17, "490101000000Z"));
        var number = der(0x02, new byte[] {1});
        var body = der(
                SEQUENCE, number, algorithm, name, years, name, pair.getPublic().getEncoded());
        try {
            var signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(pair.getPrivate());
            signer.update(body);
            return der(SEQUENCE, body, algorithm, der(0x03, new byte[1], signer.sign()));
        } catch (GeneralSecurityException exception) {
            throw new AssertionError(exception);
        }
    }

    private static byte[] text(int tag, String text) {
        return der(tag, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] der(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        var length = content.size();
        var value = new ByteArrayOutputStream();
        value.write(tag);
        if (length > 0xff) {
            value.write(0x82);
            value.write(length >> 8);
        } else if (length > 0x7f) {
            value.write(0x81);
        }
        value.write(length);
        value.writeBytes(content.toByteArray());
        return value.toByteArray();
    }
}
