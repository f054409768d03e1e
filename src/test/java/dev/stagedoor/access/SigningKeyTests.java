package dev.stagedoor.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nimbusds.jose.JOSEException;
import dev.stagedoor.platform.configuration.InvalidConfigurationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The supported formats of {@code STAGEDOOR_JWT_PRIVATE_KEY}. */
class SigningKeyTests {

    private static final KeyPair PAIR = Pems.pair();

    @TempDir
    Path directory;

    static Stream<String> forms() {
        return Stream.of(
                Pems.pkcs8(PAIR),
                Pems.sec1(PAIR),
                "  \n" + Pems.pkcs8(PAIR) + "\n ",
                Pems.pkcs8(PAIR).strip(),
                Pems.pkcs8(PAIR).replace("\n", "\r\n"),
                Pems.pkcs8(PAIR).strip().replace("\n", "\\n"),
                Pems.sec1(PAIR).strip().replace("\n", "\\n"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void pemIsAccepted(String configured) throws JOSEException {
        expectOurs(configured);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void pemFileIsAccepted(String content) throws IOException, JOSEException {
        var file = Files.writeString(directory.resolve("key.pem"), content.replace("\\n", "\n"));

        expectOurs(" " + file + "\n");
    }

    /** {@code openssl ecparam -genkey} writes a block with the curve parameters before the key. */
    @Test
    void fileWithCurveParametersIsAccepted() throws IOException, JOSEException {
        var parameters = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
        var file = Files.writeString(directory.resolve("key.pem"), parameters + Pems.sec1(PAIR));

        expectOurs(file.toString());
    }

    @Test
    void keyIdIsTheThumbprint() throws JOSEException {
        var key = SigningKey.configured(Pems.pkcs8(PAIR));

        assertThat(key.getKeyID()).isEqualTo(key.computeThumbprint().toString());
        assertThat(key.getKeyID())
                .isEqualTo(SigningKey.configured(Pems.sec1(PAIR)).getKeyID());
    }

    /** Half of all public points have an even y coordinate. Fifty key pairs cover both cases. */
    @RepeatedTest(50)
    void publicKeyIsDerivedFromThePrivateKey() throws GeneralSecurityException {
        var pair = Pems.pair();

        assertThat(SigningKey.publicKey((ECPrivateKey) pair.getPrivate()).getEncoded())
                .isEqualTo(pair.getPublic().getEncoded());
    }

    static Stream<String> invalidKeys() throws NoSuchAlgorithmException {
        var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var cut = Pems.pkcs8(PAIR).substring(0, 100) + "\n-----END PRIVATE KEY-----\n";
        return Stream.of(
                Pems.pkcs8(rsa),
                Pems.pkcs8(Pems.pair("secp384r1")),
                Pems.pkcs8(Pems.pair("secp521r1")),
                Pems.publicKey(PAIR),
                Pems.pem("CERTIFICATE", new byte[100]),
                Pems.pem("PRIVATE KEY", new byte[100]),
                cut,
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n" + Pems.body(PAIR.getPrivate()));
    }

    @ParameterizedTest
    @MethodSource("invalidKeys")
    void invalidKeyFailsWithoutDisclosingIt(String configured) {
        var failure = catchThrowable(() -> SigningKey.configured(configured));

        assertThat(failure)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("STAGEDOOR_JWT_PRIVATE_KEY is not a P-256 private key in PEM format.");
        assertThat(trace(failure)).doesNotContain(secretPart(configured));
    }

    @Test
    void missingFileFails() {
        assertThatThrownBy(() -> SigningKey.configured("/nowhere/key.pem"))
                .hasMessage("STAGEDOOR_JWT_PRIVATE_KEY is neither a PEM key nor the path of a readable file.");
    }

    @Test
    void fileWithoutKeyFails() throws IOException {
        var file = Files.writeString(directory.resolve("key.pem"), "secret, but no key");

        var failure = catchThrowable(() -> SigningKey.configured(file.toString()));

        assertThat(failure).hasMessage("STAGEDOOR_JWT_PRIVATE_KEY is not a P-256 private key in PEM format.");
        assertThat(trace(failure)).doesNotContain("secret, but no key");
    }

    @Test
    void toStringMasksTheKey() {
        var pem = Pems.pkcs8(PAIR);

        assertThat(properties(pem).toString()).doesNotContain(pem, Pems.body(PAIR.getPrivate()));
    }

    private static void expectOurs(String configured) throws JOSEException {
        var key = SigningKey.configured(configured);

        assertThat(key.toECPrivateKey().getEncoded())
                .isEqualTo(PAIR.getPrivate().getEncoded());
        assertThat(key.toECPublicKey().getEncoded()).isEqualTo(PAIR.getPublic().getEncoded());
    }

    private static String secretPart(String pem) {
        var lines = pem.split("\n");
        return lines.length > 1 ? lines[1] : Base64.getEncoder().encodeToString(pem.getBytes());
    }

    private static String trace(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static AccessProperties properties(String key) {
        return new AccessProperties(
                "http://localhost",
                key,
                Duration.ofMinutes(10),
                Duration.ofDays(30),
                Duration.ofDays(180),
                Duration.ofSeconds(2));
    }
}
