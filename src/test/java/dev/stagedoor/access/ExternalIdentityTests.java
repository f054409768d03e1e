package dev.stagedoor.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Together;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tokens of two configured identity providers. */
@StagedoorTest
class ExternalIdentityTests {

    private static final TestProvider FIRST = new TestProvider("https://auth.first.test");
    private static final TestProvider SECOND = new TestProvider("https://auth.second.test");
    private static final TestProvider STRANGER = new TestProvider("https://auth.stranger.test");

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SigningKey signingKey;

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry registry) {
        var providers = List.of(FIRST, SECOND);
        for (var index = 0; index < providers.size(); index++) {
            var provider = providers.get(index);
            var prefix = "stagedoor.identity-providers[%d].".formatted(index);
            registry.add(prefix + "issuer", () -> provider.issuer);
            registry.add(prefix + "jwk-set-uri", provider::jwkSetUri);
            registry.add(prefix + "audience", () -> TestProvider.AUDIENCE);
        }
    }

    static Stream<Map<String, Object>> badClaims() {
        var now = Instant.now().getEpochSecond();
        return Stream.of(
                Map.of("aud", "https://other.test"),
                Map.of("aud", List.of()),
                Map.of("exp", now - 1),
                Map.of("exp", "never"),
                Map.of("nbf", now + 60),
                Map.of("iss", STRANGER.issuer),
                Map.of("iss", FIRST.issuer + "/"),
                Map.of("iss", SECOND.issuer),
                Map.of("sub", ""),
                Map.of("sub", " "),
                Map.of("sub", "x".repeat(256)),
                Map.of("sub", "a\u0000b"));
    }

    @ParameterizedTest
    @MethodSource("badClaims")
    void tokenWithInvalidClaimsReturns401(Map<String, Object> invalidClaims) {
        var claims = FIRST.claims(subject(), People.anyEmail());
        claims.putAll(invalidClaims);

        me(FIRST.token("EdDSA", claims)).expectProblem(401, "unauthorized");

        assertThat(accounts(claims.get("email").toString())).isZero();
    }

    static Stream<Map<String, Object>> badHeaders() {
        return Stream.of(
                Map.of("alg", "none"),
                Map.of("alg", "HS256"),
                Map.of("alg", "ES256", "kid", FIRST.issuer + "EdDSA"),
                Map.of("alg", "EdDSA", "kid", FIRST.issuer + "ES256"),
                Map.of("alg", "EdDSA", "kid", "unknown"),
                Map.of("alg", "EdDSA", "kid", FIRST.issuer + "EdDSA", "crit", List.of("x"), "x", 1),
                Map.of("alg", "EdDSA", "kid", FIRST.issuer + "EdDSA", "typ", "refresh+jwt"));
    }

    @ParameterizedTest
    @MethodSource("badHeaders")
    void tokenWithInvalidHeaderReturns401(Map<String, Object> header) {
        me(FIRST.token(header, "EdDSA", FIRST.claims(subject(), People.anyEmail())))
                .expectProblem(401, "unauthorized");
    }

    @Test
    void tokenSignedByAnotherKeyReturns401() {
        me(STRANGER.token(
                        Map.of("alg", "EdDSA", "kid", FIRST.issuer + "EdDSA"),
                        "EdDSA",
                        FIRST.claims(subject(), "a@example.com")))
                .expectProblem(401, "unauthorized");
    }

    @Test
    void keyOfAnotherIssuerIsRejected() throws JOSEException {
        var ours = TokenDraft.like(people.anyone().accessToken());
        var theirs = new TokenDraft(ours.header(), FIRST.claims(subject(), People.anyEmail()));
        var ourKey = TokenSigner.of("ES256", signingKey.pair().toECPrivateKey());

        me(FIRST.token(ours.header("kid", FIRST.issuer + "ES256").header(), "ES256", ours.claims()))
                .expectProblem(401, "unauthorized");
        me(theirs.signed(ourKey)).expectProblem(401, "unauthorized");
        me(theirs.header("kid", FIRST.issuer + "ES256").signed(ourKey)).expectProblem(401, "unauthorized");
    }

    @Test
    void unknownIssuerCausesNoOutboundRequest() {
        me(STRANGER.token("EdDSA", STRANGER.claims(subject(), People.anyEmail())))
                .expectProblem(401, "unauthorized");

        assertThat(STRANGER.askedForKeys).hasValue(0);
    }

    @Test
    void unknownKeyIdsDoNotIncreaseKeyRequests() {
        me(FIRST.token("EdDSA", FIRST.claims(subject(), People.anyEmail()))).expect(200);
        for (var forged = 0; forged < 20; forged++) {
            var header = Map.<String, Object>of("alg", "EdDSA", "kid", "forged-" + forged);
            me(FIRST.token(header, "EdDSA", FIRST.claims(subject(), People.anyEmail())))
                    .expectProblem(401, "unauthorized");
        }

        assertThat(FIRST.askedForKeys.get()).isLessThan(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EdDSA", "ES256", "RS256"})
    void firstRequestOfASubjectCreatesUserAndProfile(String algorithm) {
        var subject = subject();
        var email = People.anyEmail();

        var me = me(FIRST.token(algorithm, FIRST.claims(subject, email.toUpperCase())))
                .expect(200);

        assertThat(me.text("/email")).isEqualTo(email);
        assertThat(me.text("/firstName")).isEqualTo("Noor");
        assertThat(me.text("/lastName")).isEqualTo("Amal Haddad");
        assertThat(me.json().at("/emailVerified").asBoolean()).isTrue();
        assertThat(me.text("/role")).isEqualTo("PARTICIPANT");
        assertThat(jdbc.sql("SELECT better_auth_id FROM users.users WHERE email = ?")
                        .param(email)
                        .query(String.class)
                        .single())
                .isEqualTo(subject);
        assertThat(me(FIRST.token("EdDSA", FIRST.claims(subject, email))).text("/id"))
                .isEqualTo(me.text("/id"));
    }

    @Test
    void concurrentFirstRequestsCreateOneAccount() {
        var email = People.anyEmail();
        var token = FIRST.token("EdDSA", FIRST.claims(subject(), email));

        var ids = Together.run(32, each -> me(token).expect(200).text("/id"));

        assertThat(ids).containsOnly(ids.get(0));
        assertThat(accounts(email)).isEqualTo(1);
    }

    @Test
    void tokenClaimsGrantNoRights() {
        var claims = FIRST.claims(subject(), People.anyEmail());
        claims.putAll(Map.of(
                "role", "ADMIN", "roles", List.of("ADMIN"), "scope", "admin catalog:write", "isOrganizer", true));
        var token = FIRST.token("EdDSA", claims);

        assertThat(me(token).expect(200).text("/role")).isEqualTo("PARTICIPANT");
        http.get("/admin/stats").bearer(token).send().expectProblem(403, "forbidden");
        http.put("/catalog/companies/" + UUID.randomUUID(), "{\"name\": \"x\"}")
                .bearer(token)
                .send()
                .expectProblem(403, "forbidden");
    }

    @Test
    void tokenWithoutEmailCreatesNoAccount() {
        var claims = new HashMap<>(FIRST.claims(subject(), "x"));
        claims.remove("email");

        me(FIRST.token("EdDSA", claims)).expectProblem(403, "forbidden");
    }

    @Test
    void accountOfAnotherSystemIsFoundByItsSubject() {
        var subject = subject();
        var id = UUID.randomUUID();
        jdbc.sql(
                        "INSERT INTO users.users (id, email, better_auth_id, first_name, last_name) VALUES (?, ?, ?, 'A', 'B')")
                .params(id, People.anyEmail(), subject)
                .update();

        assertThat(me(FIRST.token("EdDSA", FIRST.claims(subject, People.anyEmail())))
                        .expect(200)
                        .text("/id"))
                .isEqualTo(id.toString());
    }

    @Test
    void sameSubjectOfTwoIssuersCreatesTwoAccounts() {
        var subject = subject();

        var first = me(FIRST.token("EdDSA", FIRST.claims(subject, People.anyEmail())))
                .expect(200)
                .text("/id");
        var second = me(SECOND.token("EdDSA", SECOND.claims(subject, People.anyEmail())))
                .expect(200)
                .text("/id");

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void emailOfAnotherAccountRequiresLinking() {
        var owner = people.anyone();
        var token = FIRST.token("EdDSA", FIRST.claims(subject(), owner.email()));
        me(token).expectProblem(403, "account-link-required");

        link(owner.accessToken(), token).expect(204);
        link(owner.accessToken(), token).expect(204);

        assertThat(me(token).expect(200).text("/id")).isEqualTo(owner.id().toString());
        http.get("/me").as(owner).send().expect(200);
    }

    @Test
    void conflictingLinkReturns409() {
        var owner = people.anyone();
        var linkedToken = FIRST.token("EdDSA", FIRST.claims(subject(), People.anyEmail()));
        me(linkedToken).expect(200);

        link(owner.accessToken(), linkedToken).expectProblem(409, "identity-taken");
        link(owner.accessToken(), FIRST.token("EdDSA", FIRST.claims(subject(), "x")))
                .expect(204);
        link(owner.accessToken(), FIRST.token("EdDSA", FIRST.claims(subject(), "x")))
                .expectProblem(409, "identity-taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
    void malformedTokenCannotBeLinked(String token) {
        link(people.anyone().accessToken(), token).expectProblem(400, "invalid-token");
    }

    @Test
    void deactivatedAccountIsRejected() {
        var subject = subject();
        var token = FIRST.token("EdDSA", FIRST.claims(subject, People.anyEmail()));
        me(token).expect(200);

        jdbc.sql("UPDATE users.users SET is_active = false WHERE better_auth_id = ?")
                .param(subject)
                .update();

        me(token).expectProblem(401, "unauthorized");
    }

    @Test
    void externalTokenWorksOnClientEndpoints() {
        var token = FIRST.token("ES256", FIRST.claims(subject(), People.anyEmail()));

        http.get("/favorites").bearer(token).send().expect(200);
        http.get("/me/sessions").bearer(token).send().expect(200);
        http.patch("/me/notification-preferences", "{\"pushEnabled\": false}")
                .bearer(token)
                .send()
                .expect(200);
        http.get("/analytics/favorites").bearer(token).send().expectProblem(403, "forbidden");
    }

    private Answer me(String token) {
        return http.get("/me").bearer(token).send();
    }

    private Answer link(String bearer, String token) {
        return http.post("/me/better-auth", "{\"token\": \"%s\"}".formatted(token))
                .bearer(bearer)
                .send();
    }

    private long accounts(String email) {
        return jdbc.sql("SELECT count(*) FROM users.users WHERE email = ?")
                .param(email)
                .query(Long.class)
                .single();
    }

    private static String subject() {
        return "ba-" + UUID.randomUUID();
    }
}
