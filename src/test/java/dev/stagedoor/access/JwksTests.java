package dev.stagedoor.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StagedoorTest
class JwksTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Test
    void publishedKeyVerifiesAnAccessToken() throws ParseException, JOSEException {
        var document = http.get("/.well-known/jwks.json").send().expect(200);
        var token = SignedJWT.parse(people.anyone().accessToken());

        var key = JWKSet.parse(document.body()).getKeyByKeyId(token.getHeader().getKeyID());

        assertThat(key).isNotNull();
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(key.getAlgorithm());
        assertThat(token.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
    }

    @Test
    void keySetContainsNoPrivateKey() throws ParseException {
        var document = http.get("/.well-known/jwks.json").send().expect(200);

        assertThat(document.json().at("/keys")).hasSize(1);
        assertThat(document.json().at("/keys/0").propertyNames())
                .containsExactlyInAnyOrder("kty", "use", "crv", "alg", "kid", "x", "y");
        assertThat(document.text("/keys/0/crv")).isEqualTo("P-256");
        assertThat(document.text("/keys/0/use")).isEqualTo("sig");
        assertThat(document.text("/keys/0/alg")).isEqualTo("ES256");
        assertThat(JWKSet.parse(document.body()).containsNonPublicKeys()).isFalse();
    }

    @Test
    void keySetIsCacheable() {
        var document = http.get("/.well-known/jwks.json").send().expect(200);

        assertThat(document.header("Cache-Control")).contains("public", "max-age=300");
        assertThat(document.header("Content-Type")).startsWith("application/json");
    }
}
