package dev.stagedoor.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Together;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
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
    private static final TestProvider STOPPED = new TestProvider("https://auth.stopped.test");
    private static final TestProvider STRANGER = new TestProvider("https://auth.stranger.test");

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SigningKeys signingKeys;

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry registry) {
        TestProvider.register(registry, List.of(FIRST, SECOND, STOPPED));
    }

    static Stream<Map<String, Object>> badClaims() {
        var now = Instant.now().getEpochSecond();
        return Stream.of(
                Map.of("aud", "https://other.test"),
                Map.of("aud", List.of()),
                Map.of("exp", now - 61),
                Map.of("exp", "never"),
                Map.of("nbf", now + 120),
                Map.of("iat", now + 120),
                Map.of("iat", now - Duration.ofHours(24).plusSeconds(61).toSeconds()),
                Map.of("iat", "never"),
                Map.of("auth_time", "never"),
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

    @Test
    void tokenWithoutIssueTimeReturns401() {
        var claims = FIRST.claims(subject(), People.anyEmail());
        claims.remove("iat");

        me(FIRST.token("EdDSA", claims)).expectProblem(401, "unauthorized");
    }

    @Test
    void clocksMayDifferByOneMinute() {
        var now = Instant.now().getEpochSecond();
        var claims = FIRST.claims(subject(), People.anyEmail());

        claims.putAll(Map.of("iat", now - Duration.ofHours(24).toSeconds(), "nbf", now + 30));
        me(FIRST.token("EdDSA", claims)).expect(200);
        claims.putAll(Map.of("iat", now + 30, "exp", now - 20));
        me(FIRST.token("EdDSA", claims)).expect(200);
    }

    @Test
    void passwordChangeRejectsEarlierTokens() {
        var owner = people.anyone();
        var claims = FIRST.claims(subject(), owner.email());
        link(owner.accessToken(), FIRST.token("EdDSA", claims)).expect(204);
        me(FIRST.token("EdDSA", claims)).expect(200);

        http.put("/me/password", """
                        {"currentPassword": "%s", "newPassword": "another-night-at-the-opera"}""".formatted(owner.password()))
                .as(owner)
                .send()
                .expect(204);

        var changedAt = credentialsChangedAt(owner.id()).getEpochSecond();
        claims.put("iat", changedAt);
        me(FIRST.token("EdDSA", claims)).expectProblem(401, "unauthorized");
        claims.put("iat", changedAt + 1);
        me(FIRST.token("EdDSA", claims)).expect(200);
    }

    @Test
    void tokenOfAnAdminGrantsNoAdminRights() {
        var admin = people.admin();
        var token = FIRST.token("EdDSA", FIRST.claims(subject(), admin.email()));
        link(admin.accessToken(), token).expect(204);

        assertThat(me(token).expect(200).text("/role")).isEqualTo("ADMIN");
        http.get("/admin/stats").bearer(token).send().expectProblem(403, "forbidden");
        http.get("/admin/stats").as(admin).send().expect(200);
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
        var ourKey = TokenSigner.of("ES256", signingKeys.signer().toECPrivateKey());

        me(FIRST.token(ours.header("kid", FIRST.issuer + "ES256").header(), "ES256", ours.claims()))
                .expectProblem(401, "unauthorized");
        me(theirs.signed(ourKey)).expectProblem(401, "unauthorized");
        me(theirs.header("kid", FIRST.issuer + "ES256").signed(ourKey)).expectProblem(401, "unauthorized");
    }

    /** The second and third request are not sent, because of the rate limit. */
    @Test
    void unreachableKeySetReturns503() {
        STOPPED.stop();
        var token = STOPPED.token("EdDSA", STOPPED.claims(subject(), People.anyEmail()));

        for (var request = 0; request < 3; request++) {
            assertThat(me(token).expectProblem(503, "service-unavailable").header("Retry-After"))
                    .isEqualTo("30");
        }
        link(people.anyone().accessToken(), token).expectProblem(503, "service-unavailable");
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

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "at+jwt", "application/at+jwt"})
    void typeOfAnAccessTokenIsAccepted(String type) {
        var header = Map.<String, Object>of("alg", "EdDSA", "kid", FIRST.issuer + "EdDSA", "typ", type);

        me(FIRST.token(header, "EdDSA", FIRST.claims(subject(), People.anyEmail())))
                .expect(200);
    }

    @Test
    void claimsWithoutNameCreateAnAccountWithPreferences() {
        var email = People.anyEmail();
        var claims = new HashMap<>(FIRST.claims(subject(), email));
        claims.remove("name");
        claims.putAll(Map.of("email_verified", "true", "locale", "DE-at", "zoneinfo", "Europe/Vienna"));

        var me = me(FIRST.token("EdDSA", claims)).expect(200);

        assertThat(me.text("/firstName")).isEqualTo(email.substring(0, email.indexOf('@')));
        assertThat(me.json().at("/emailVerified").asBoolean()).isTrue();
        assertThat(me.text("/language")).isEqualTo("de-AT");
        assertThat(me.text("/timezone")).isEqualTo("Europe/Vienna");
    }

    @Test
    void invalidPreferencesOfAProviderMeanTheDefault() {
        var claims = new HashMap<>(FIRST.claims(subject(), People.anyEmail()));
        claims.putAll(Map.of("email_verified", "false", "locale", "en_US", "zoneinfo", "Mars/Olympus"));

        var me = me(FIRST.token("EdDSA", claims)).expect(200);

        assertThat(me.json().at("/emailVerified").asBoolean()).isFalse();
        assertThat(me.json().at("/language").isNull()).isTrue();
        assertThat(me.text("/timezone")).isEqualTo("UTC");
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
        var id = accountOfAnotherSystem(subject);

        assertThat(me(FIRST.token("EdDSA", FIRST.claims(subject, People.anyEmail())))
                        .expect(200)
                        .text("/id"))
                .isEqualTo(id.toString());
        assertThat(identities(id.toString())).containsExactly(FIRST.issuer + " " + subject);
        assertThat(me(SECOND.token("EdDSA", SECOND.claims(subject, People.anyEmail())))
                        .expect(200)
                        .text("/id"))
                .isNotEqualTo(id.toString());
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
        assertThat(betterAuthId(first)).isEqualTo(subject);
        assertThat(betterAuthId(second)).isNull();
        assertThat(identities(first)).containsExactly(FIRST.issuer + " " + subject);
        assertThat(identities(second)).containsExactly(SECOND.issuer + " " + subject);
    }

    @Test
    void concurrentFirstRequestsWithDifferentEmailsCreateOneAccount() {
        var subject = subject();
        var emails = Stream.generate(People::anyEmail).limit(16).toList();

        var ids = Together.run(
                16,
                each -> me(SECOND.token("EdDSA", SECOND.claims(subject, emails.get(each))))
                        .expect(200)
                        .text("/id"));

        assertThat(ids).containsOnly(ids.get(0));
        assertThat(emails.stream().mapToLong(this::accounts).sum()).isEqualTo(1);
    }

    @Test
    void useIsRecordedOncePerHour() {
        var token = FIRST.token("EdDSA", FIRST.claims(subject(), People.anyEmail()));
        var id = me(token).expect(200).text("/id");
        var first = lastUsedAt(id);
        me(token).expect(200);
        assertThat(lastUsedAt(id)).isEqualTo(first).isNotNull();

        jdbc.sql(
                        "UPDATE access.external_identities SET last_used_at = last_used_at - interval '1 hour' WHERE user_id = ?")
                .param(UUID.fromString(id))
                .update();
        me(token).expect(200);
        assertThat(lastUsedAt(id)).isAfterOrEqualTo(first);
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
    }

    @Test
    void identityOfAnAccountOfAnotherSystemCannotBeLinked() {
        var subject = subject();
        accountOfAnotherSystem(subject);

        link(people.anyone().accessToken(), FIRST.token("EdDSA", FIRST.claims(subject, "x")))
                .expectProblem(409, "identity-taken");
    }

    @Test
    void accountCanHaveSeveralIdentities() {
        var owner = people.anyone();
        var subjects = List.of(subject(), subject());
        for (var subject : subjects) {
            link(owner.accessToken(), FIRST.token("EdDSA", FIRST.claims(subject, "x")))
                    .expect(204);
            link(owner.accessToken(), SECOND.token("EdDSA", SECOND.claims(subject, "x")))
                    .expect(204);
        }

        assertThat(identities(owner.id().toString())).hasSize(4);
        assertThat(betterAuthId(owner.id().toString())).isEqualTo(subjects.get(0));
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
        return http.post(
                        "/me/better-auth",
                        "{\"token\": \"%s\", \"password\": \"%s\"}".formatted(token, People.PASSWORD))
                .bearer(bearer)
                .send();
    }

    private long accounts(String email) {
        return jdbc.sql("SELECT count(*) FROM users.users WHERE email = ?")
                .param(email)
                .query(Long.class)
                .single();
    }

    private UUID accountOfAnotherSystem(String subject) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        "INSERT INTO users.users (id, email, better_auth_id, first_name, last_name) VALUES (?, ?, ?, 'A', 'B')")
                .params(id, People.anyEmail(), subject)
                .update();
        return id;
    }

    private String betterAuthId(String userId) {
        return jdbc.sql("SELECT better_auth_id FROM users.users WHERE id = ?")
                .param(UUID.fromString(userId))
                .query((row, number) -> row.getString(1))
                .list()
                .get(0);
    }

    private List<String> identities(String userId) {
        return jdbc.sql("SELECT issuer || ' ' || subject FROM access.external_identities WHERE user_id = ?")
                .param(UUID.fromString(userId))
                .query(String.class)
                .list();
    }

    private Instant lastUsedAt(String userId) {
        return jdbc.sql("SELECT last_used_at FROM access.external_identities WHERE user_id = ?")
                .param(UUID.fromString(userId))
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private Instant credentialsChangedAt(UUID userId) {
        return jdbc.sql("SELECT credentials_changed_at FROM users.users WHERE id = ?")
                .param(userId)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static String subject() {
        return "ba-" + UUID.randomUUID();
    }
}
