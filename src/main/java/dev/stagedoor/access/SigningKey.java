package dev.stagedoor.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import dev.stagedoor.platform.configuration.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import org.bouncycastle.jcajce.provider.asymmetric.util.EC5Util;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.springframework.boot.ssl.pem.PemContent;

/** Reads and generates the P-256 keys that sign access tokens. */
final class SigningKey {

    private static final String SETTING = "STAGEDOOR_JWT_PRIVATE_KEY";

    private SigningKey() {}

    /** @param setting a private key in PEM format, or the path of its file */
    static ECKey configured(String setting) {
        return parse(pem(setting.strip()));
    }

    private static String pem(String configured) {
        if (configured.startsWith("-----BEGIN")) {
            return configured.replace("\\n", "\n");
        }
        try {
            return Files.readString(Path.of(configured));
        } catch (IOException | InvalidPathException unreadableFile) {
            // The value may be a truncated key instead of a path, so neither the value nor the cause is logged.
            throw new InvalidConfigurationException(SETTING, "is neither a PEM key nor the path of a readable file");
        }
    }

    static ECKey parse(String pem) {
        try {
            var privateKey = (ECPrivateKey) PemContent.of(pem).getPrivateKey();
            return new ECKey.Builder(Curve.P_256, publicKey(privateKey))
                    .privateKey(privateKey)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint()
                    .build();
        } catch (RuntimeException | GeneralSecurityException | JOSEException invalidKey) {
            throw new InvalidConfigurationException(SETTING, "is not a P-256 private key in PEM format");
        }
    }

    /** Multiplies the generator of the curve, because a PEM may omit the public key and the JDK does not derive it. */
    static ECPublicKey publicKey(ECPrivateKey privateKey) throws GeneralSecurityException {
        var curve = EC5Util.convertSpec(privateKey.getParams());
        var point = new FixedPointCombMultiplier().multiply(curve.getG(), privateKey.getS());
        var spec = new ECPublicKeySpec(EC5Util.convertPoint(point), privateKey.getParams());
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
    }

    /** Returns a new key in PEM format. */
    static String generate() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return pem(generator.generateKeyPair());
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static String pem(KeyPair pair) {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
    }
}
