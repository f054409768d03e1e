package dev.stagedoor.access;

import com.nimbusds.jose.util.Base64URL;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.json.JsonMapper;

/** An identity provider with one key per algorithm. Serves its key set over HTTP. */
final class TestProvider {

    static final String AUDIENCE = "https://stagedoor.test";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Object> UNKNOWN_CURVE =
            Map.of("kty", "EC", "crv", "P-999", "x", "AA", "y", "AA", "kid", "unknown");
    private static final int P256_BYTES = 32;

    final String issuer;
    final AtomicInteger askedForKeys = new AtomicInteger();
    private final Map<String, KeyPair> keys = new HashMap<>();
    private final HttpServer server;

    TestProvider(String issuer) {
        this.issuer = issuer;
        try {
            keys.put("EdDSA", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
            keys.put("RS256", generate("RSA", 2048));
            keys.put("ES256", generate("EC", 256));
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (GeneralSecurityException | IOException exception) {
            throw new IllegalStateException(exception);
        }
        server.createContext("/jwks", exchange -> {
            askedForKeys.incrementAndGet();
            var body = JSON.writeValueAsBytes(Map.of(
                    "keys",
                    Stream.concat(
                                    Stream.of(UNKNOWN_CURVE),
                                    keys.keySet().stream().map(this::jwk))
                            .toList()));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /** Configures the service to accept the tokens of the providers. */
    static void register(DynamicPropertyRegistry registry, List<TestProvider> providers) {
        for (var index = 0; index < providers.size(); index++) {
            var provider = providers.get(index);
            var prefix = "stagedoor.identity-providers[%s].".formatted(index);
            registry.add(prefix + "issuer", () -> provider.issuer);
            registry.add(prefix + "jwk-set-uri", provider::jwkSetUri);
            registry.add(prefix + "audience", () -> AUDIENCE);
        }
    }

    /** Refuses connections from now on. */
    void stop() {
        server.stop(0);
    }

    String jwkSetUri() {
        return "http://localhost:" + server.getAddress().getPort() + "/jwks";
    }

    /** Returns valid claims. */
    Map<String, Object> claims(String subject, String email) {
        var claims = new HashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("aud", AUDIENCE);
        claims.put("sub", subject);
        claims.put("email", email);
        claims.put("name", "Noor Amal Haddad");
        claims.put("email_verified", true);
        claims.put("iat", Instant.now().getEpochSecond());
        claims.put("exp", Instant.now().plusSeconds(300).getEpochSecond());
        return claims;
    }

    String token(String algorithm, Map<String, Object> claims) {
        return token(Map.of("alg", algorithm, "kid", issuer + algorithm), algorithm, claims);
    }

    /** Returns a token with the given header, signed with the key of the algorithm. */
    String token(Map<String, Object> header, String algorithm, Map<String, Object> claims) {
        var input = encode(JSON.writeValueAsBytes(header)) + "." + encode(JSON.writeValueAsBytes(claims));
        return input + "." + encode(sign(algorithm, input.getBytes(StandardCharsets.US_ASCII)));
    }

    private byte[] sign(String algorithm, byte[] input) {
        try {
            var signer = Signature.getInstance(
                    switch (algorithm) {
                        case "EdDSA" -> "Ed25519";
                        case "RS256" -> "SHA256withRSA";
                        default -> "SHA256withECDSAinP1363Format";
                    });
            signer.initSign(keys.get(algorithm).getPrivate());
            signer.update(input);
            return signer.sign();
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private Map<String, Object> jwk(String algorithm) {
        var jwk = new HashMap<String, Object>(Map.of("kid", issuer + algorithm));
        switch (algorithm) {
            case "EdDSA" -> jwk.putAll(Map.of("kty", "OKP", "crv", "Ed25519", "x", edX()));
            case "RS256" -> {
                var key = (RSAPublicKey) keys.get(algorithm).getPublic();
                jwk.putAll(Map.of(
                        "kty",
                        "RSA",
                        "n",
                        Base64URL.encode(key.getModulus()).toString(),
                        "e",
                        Base64URL.encode(key.getPublicExponent()).toString()));
            }
            default -> {
                var point = ((ECPublicKey) keys.get(algorithm).getPublic()).getW();
                jwk.putAll(Map.of(
                        "kty",
                        "EC",
                        "crv",
                        "P-256",
                        "x",
                        encode(padded(point.getAffineX().toByteArray())),
                        "y",
                        encode(padded(point.getAffineY().toByteArray()))));
            }
        }
        return jwk;
    }

    private String edX() {
        var encoded = ((EdECPublicKey) keys.get("EdDSA").getPublic()).getEncoded();
        return encode(java.util.Arrays.copyOfRange(encoded, encoded.length - P256_BYTES, encoded.length));
    }

    private static byte[] padded(byte[] number) {
        var bytes = new byte[P256_BYTES];
        var length = Math.min(number.length, P256_BYTES);
        System.arraycopy(number, number.length - length, bytes, P256_BYTES - length, length);
        return bytes;
    }

    private static KeyPair generate(String algorithm, int size) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    private static String encode(byte[] bytes) {
        return Base64URL.encode(bytes).toString();
    }
}
