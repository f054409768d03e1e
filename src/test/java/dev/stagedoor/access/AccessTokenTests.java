package dev.stagedoor.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is not exactly one of our access tokens is refused, and never repeated in the answer. */
@StagedoorTest
class AccessTokenTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    SigningKey signingKey;

    private Person person;
    private ECKey ours;

    @BeforeEach
    void somebody() {
        person = people.anyone();
        ours = signingKey.pair();
    }

    @Test
    void namesAccountAndSessionAndNoRight() throws Exception {
        var claims = ForgedTokens.claims(person.accessToken()).build();

        assertThat(claims.getClaims().keySet())
                .containsExactlyInAnyOrder("iss", "aud", "sub", "sid", "iat", "exp", "jti");
        assertThat(claims.getSubject()).isEqualTo(person.id().toString());
        assertThat(claims.getAudience()).containsExactly("stagedoor");
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(claims.getIssueTime().toInstant().plusSeconds(600));
    }

    /** What the refusals below rest on: a token made by hand is good as long as nothing in it is changed. */
    @Test
    void takesATokenOfTheSameContentAndKey() {
        call(ForgedTokens.signed(ours, ForgedTokens.claims(person.accessToken())))
                .expect(200);
    }

    static Stream<Consumer<JWTClaimsSet.Builder>> faults() {
        return Stream.of(
                claims -> claims.issuer("https://elsewhere.example.com"),
                claims -> claims.issuer("http://localhost:8080/"),
                claims -> claims.issuer(null),
                claims -> claims.audience("elsewhere"),
                claims -> claims.audience((String) null),
                claims -> claims.audience(List.of()),
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(1))),
                claims -> claims.expirationTime(null),
                claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(60))),
                claims -> claims.claim("sid", null),
                claims -> claims.claim("sid", "1"),
                claims -> claims.claim("sid", 1),
                claims -> claims.claim("sid", UUID.randomUUID().toString()),
                claims -> claims.subject(null),
                claims -> claims.subject(""),
                claims -> claims.subject("admin"),
                claims -> claims.subject(UUID.randomUUID().toString()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void refusesATokenThatSaysTheWrongThing(Consumer<JWTClaimsSet.Builder> fault) {
        var claims = ForgedTokens.claims(person.accessToken());
        fault.accept(claims);

        expectRefused(ForgedTokens.signed(ours, claims));
    }

    @Test
    void refusesTheSessionOfSomebodyElse() {
        var other = ForgedTokens.claims(people.anyone().accessToken()).build();
        var mixed = ForgedTokens.claims(person.accessToken()).claim("sid", other.getClaim("sid"));

        expectRefused(ForgedTokens.signed(ours, mixed));
    }

    @Test
    void refusesATokenWithoutASignature() {
        var unsigned = new PlainJWT(ForgedTokens.claims(person.accessToken()).build()).serialize();
        var parts = person.accessToken().split("\\.");

        expectRefused(unsigned);
        expectRefused(parts[0] + "." + parts[1] + ".");
        expectRefused(Base64URL.encode("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2]);
    }

    @Test
    void refusesHmacWithThePublicKeyAsItsSecret() throws JOSEException {
        var claims = ForgedTokens.claims(person.accessToken());
        var document = http.get("/.well-known/jwks.json").send().expect(200).body();

        expectRefused(ForgedTokens.sealed(ours.toECPublicKey().getEncoded(), claims));
        expectRefused(ForgedTokens.sealed(document.getBytes(StandardCharsets.UTF_8), claims));
        expectRefused(ForgedTokens.sealed(ours.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8), claims));
    }

    @Test
    void refusesTheSignatureOfAnotherKeyWhateverItsHeaderSays() throws JOSEException {
        var claims = ForgedTokens.claims(person.accessToken());
        var other = new ECKeyGenerator(Curve.P_256).keyID(ours.getKeyID()).generate();
        var withItsKey = new JWSHeader.Builder(JWSAlgorithm.ES256).jwk(other.toPublicJWK());

        expectRefused(ForgedTokens.signed(other, claims));
        expectRefused(ForgedTokens.signed(other, withItsKey, claims));
        expectRefused(ForgedTokens.signed(other, withItsKey.keyID(ours.getKeyID()), claims));
    }

    @Test
    void refusesATokenThatWasTamperedWith() {
        var parts = person.accessToken().split("\\.");
        var other = people.anyone().accessToken().split("\\.");
        var admin =
                ForgedTokens.claims(person.accessToken()).claim("role", "ADMIN").build();

        expectRefused(parts[0] + "." + other[1] + "." + parts[2]);
        expectRefused(parts[0] + "." + Base64URL.encode(admin.toString()) + "." + parts[2]);
        expectRefused(parts[0] + "." + parts[1] + "." + other[2]);
        expectRefused(parts[0] + "." + parts[1] + "." + Base64URL.encode(new byte[64]));
        expectRefused(person.accessToken().substring(0, person.accessToken().length() - 4));
        call(person.accessToken()).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", "null", "eyJhbGciOiJFUzI1NiJ9.e30.AAAA", "ey J", "<token>"})
    void refusesWhatIsNoToken(String text) {
        var answer = call(text).expectProblem(401, "unauthorized");

        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void refusesARefreshTokenInItsPlace() {
        expectRefused(person.refreshToken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Basic bWlhOnBhc3N3b3Jk", "Token abc", ""})
    void asksForATokenWhereNoneIsSent(String header) {
        var answer = http.get("/me").header("Authorization", header).send().expectProblem(401, "unauthorized");

        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void namesNoErrorWhereNoTokenIsSent() {
        var answer = http.get("/me").send().expectProblem(401, "unauthorized");

        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void takesNoTokenFromTheQuery() {
        var answer = http.get("/me?access_token=" + person.accessToken()).send().expectProblem(401, "unauthorized");

        assertThat(answer.body()).doesNotContain(person.accessToken());
    }

    @Test
    void takesTheSchemeInAnyCase() {
        http.get("/me")
                .header("Authorization", "bearer " + person.accessToken())
                .send()
                .expect(200);
    }

    private void expectRefused(String token) {
        var answer = call(token).expectProblem(401, "unauthorized");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer").contains("error=\"invalid_token\"");
        assertThat(answer.body()).doesNotContain(token);
        assertThat(answer.response().headers().map().toString()).doesNotContain(token);
    }

    private Answer call(String token) {
        return http.get("/me").bearer(token).send();
    }
}
