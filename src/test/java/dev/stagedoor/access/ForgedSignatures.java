package dev.stagedoor.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;

/** Tokens without a signature, with another signer's signature, or with the signature of another token. */
final class ForgedSignatures {

    /** The order of P-256. A verifier without a range check treats it as zero. */
    private static final String ORDER = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

    private ForgedSignatures() {}

    static Stream<Forgery> of(Forger forger) throws Exception {
        return Stream.of(unsigned(forger), sharedSecrets(forger), otherKeys(forger), numbers(forger), copies(forger))
                .flatMap(forgeries -> forgeries);
    }

    private static Stream<Forgery> unsigned(Forger forger) {
        var draft = forger.draft();
        var spellings = Stream.of("none", "None", "NONE", "nOnE", "null", "", "ES256", null)
                .map(alg -> new Forgery(
                        "unsigned, alg " + quoted(alg), draft.header("alg", alg).signed(TokenSigner.NONE)));
        var others = Stream.of(
                new Forgery("unsigned, no alg", draft.withoutHeader("alg").signed(TokenSigner.NONE)),
                new Forgery("alg none, yet signed", draft.header("alg", "none").signed(forger.ownKey())),
                new Forgery(
                        "alg none over the old signature",
                        draft.header("alg", "none").signed(copied(forger))));
        return Stream.concat(spellings, others);
    }

    /** HMAC signatures with public values as the shared secret. */
    private static Stream<Forgery> sharedSecrets(Forger forger) throws JOSEException {
        var key = forger.ours().toPublicJWK();
        var der = key.toPublicKey().getEncoded();
        return Stream.of(
                        Map.entry("JWK", bytes(key.toJSONString())),
                        Map.entry("JWK set", bytes(new JWKSet(key).toString())),
                        Map.entry("PEM", bytes(Pems.pem("PUBLIC KEY", der))),
                        Map.entry("DER", der),
                        Map.entry(
                                "x and y",
                                concat(key.getX().decode(), key.getY().decode())),
                        Map.entry("key id", bytes(key.getKeyID())))
                .flatMap(secret -> Stream.of("HS256", "HS384", "HS512")
                        .map(alg -> new Forgery(
                                alg + " with the public key's " + secret.getKey() + " as the secret",
                                forger.draft().header("alg", alg).signed(TokenSigner.hmac(alg, secret.getValue())))));
    }

    private static Stream<Forgery> otherKeys(Forger forger) throws GeneralSecurityException {
        var rsa = generate("RSA");
        var others = Stream.of(
                        Map.entry("RS256", rsa),
                        Map.entry("PS256", rsa),
                        Map.entry("ES384", Pems.pair("secp384r1")),
                        Map.entry("ES512", Pems.pair("secp521r1")),
                        Map.entry("EdDSA", generate("Ed25519")))
                .map(own -> new Forgery(
                        own.getKey() + " by the forger's key under our kid",
                        forger.draft()
                                .header("alg", own.getKey())
                                .signed(TokenSigner.of(
                                        own.getKey(), own.getValue().getPrivate()))));
        var ours = Stream.of(
                forger.withOwnKey("ES256 by the forger's key under our kid", forger.draft()),
                new Forgery(
                        "RS256 signature declared as ES256",
                        forger.draft().signed(TokenSigner.of("RS256", rsa.getPrivate()))));
        return Stream.concat(others, ours);
    }

    private static Stream<Forgery> numbers(Forger forger) throws JOSEException {
        var genuine = Base64URL.from(forger.part(2)).decode();
        var r = Arrays.copyOf(genuine, 32);
        var s = Arrays.copyOfRange(genuine, 32, 64);
        var zero = new byte[32];
        var full = new byte[64];
        Arrays.fill(full, (byte) 0xff);
        return Stream.of(
                        Map.entry("r = s = 0", new byte[64]),
                        Map.entry("r = 0", concat(zero, s)),
                        Map.entry("s = 0", concat(r, zero)),
                        Map.entry("r = s = the order", HexFormat.of().parseHex(ORDER + ORDER)),
                        Map.entry("all bits set", full),
                        Map.entry("one zero byte", new byte[1]),
                        Map.entry("DER in place of r and s", ECDSA.transcodeSignatureToDER(genuine)),
                        Map.entry("s before r", concat(s, r)),
                        Map.entry("r and s of 48 bytes", concat(concat(new byte[16], r), concat(new byte[16], s))),
                        Map.entry("a byte less", Arrays.copyOf(genuine, 63)),
                        Map.entry("a byte more", Arrays.copyOf(genuine, 65)))
                .map(number -> new Forgery(
                        "signature: " + number.getKey(), forger.draft().signed(input -> number.getValue())));
    }

    /** Signatures of the service for other content. */
    private static Stream<Forgery> copies(Forger forger) {
        var draft = forger.draft();
        var self = forger.self().accessToken();
        var own = Base64URL.from(self.substring(self.lastIndexOf('.') + 1)).decode();
        return Stream.of(
                new Forgery("the signature of another token", draft.signed(input -> own)),
                new Forgery(
                        "another's claims in the forger's token",
                        self.replaceFirst("\\..+\\.", "." + forger.part(1) + ".")),
                new Forgery("a role claimed later", draft.claim("role", "ADMIN").signed(copied(forger))),
                new Forgery(
                        "an exp put off later",
                        draft.claim("exp", 4_102_444_800L).signed(copied(forger))),
                new Forgery("a header changed later", draft.withoutHeader("kid").signed(copied(forger))));
    }

    private static TokenSigner copied(Forger forger) {
        return input -> Base64URL.from(forger.part(2)).decode();
    }

    private static KeyPair generate(String algorithm) throws GeneralSecurityException {
        return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return text == null ? "null" : '"' + text + '"';
    }
}
