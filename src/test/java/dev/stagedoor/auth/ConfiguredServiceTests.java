package dev.stagedoor.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.StagedoorTest;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.text.ParseException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A service that is configured by environment variables. */
@StagedoorTest
@TestPropertySource(
        properties = {
            "STAGEDOOR_ADMIN_EMAIL=Boss@Example.com",
            "STAGEDOOR_ADMIN_PASSWORD=keys-of-the-whole-house",
            "STAGEDOOR_PUBLIC_URL=https://stagedoor.example.com",
            "STAGEDOOR_ACCESS_TOKEN_TTL=90s",
            "STAGEDOOR_REFRESH_TOKEN_TTL=2d"
        })
class ConfiguredServiceTests {

    private static final KeyPair PAIR = pair();

    private static final String LOGIN = """
            {"email": "boss@example.com", "password": "keys-of-the-whole-house"}""";

    @Autowired
    Http http;

    @Test
    void configuredFirstAdminSignsInWithAdminRights() {
        var session = http.post("/auth/login", LOGIN).send().expect(200);

        assertThat(session.text("/user/role")).isEqualTo("ADMIN");
        http.put("/catalog/companies/c0000000-0000-4000-8000-000000000001", "{\"name\": \"Northwall\"}")
                .bearer(session.text("/accessToken"))
                .send()
                .expect(201);
    }

    @Test
    void tokensHaveTheConfiguredLifetime() {
        var session = http.post("/auth/login", LOGIN).send().expect(200);

        assertThat(session.json().at("/expiresIn").asInt()).isEqualTo(90);
        assertThat(session.json().at("/refreshExpiresIn").asInt()).isEqualTo(2 * 24 * 3600);
        var claims = Base64.getUrlDecoder().decode(session.text("/accessToken").split("\\.")[1]);
        var token = JsonMapper.builder().build().readTree(claims);
        assertThat(token.at("/exp").asLong() - token.at("/iat").asLong()).isEqualTo(90);
        assertThat(token.at("/iss").asString()).isEqualTo("https://stagedoor.example.com");
    }

    @Test
    void configuredKeyIsPublished() throws JOSEException, ParseException {
        var keys = http.get("/.well-known/jwks.json").send().expect(200);

        var published = JWKSet.parse(keys.body()).getKeys().get(0).toECKey();

        assertThat(published.toECPublicKey().getEncoded())
                .isEqualTo(PAIR.getPublic().getEncoded());
    }

    /** The format of an .env file: one line, with {@code \n} instead of line breaks. */
    @DynamicPropertySource
    static void key(DynamicPropertyRegistry properties) {
        var body = Base64.getEncoder().encodeToString(PAIR.getPrivate().getEncoded());
        properties.add(
                "STAGEDOOR_JWT_PRIVATE_KEY",
                () -> "-----BEGIN PRIVATE KEY-----\\n" + body + "\\n-----END PRIVATE KEY-----");
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException exception) {
            throw new AssertionError(exception);
        }
    }
}
