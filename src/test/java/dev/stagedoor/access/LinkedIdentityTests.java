package dev.stagedoor.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.Mailbox;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorMailTest;
import dev.stagedoor.support.Together;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Linking, listing and unlinking identities. */
@StagedoorMailTest
class LinkedIdentityTests {

    private static final TestProvider FIRST = new TestProvider("https://auth.linked-first.test");
    private static final TestProvider SECOND = new TestProvider("https://auth.linked-second.test");

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry registry) {
        TestProvider.register(registry, List.of(FIRST, SECOND));
    }

    @Test
    void linkWithoutTheRightPasswordIsRejected() {
        var owner = people.anyone();
        var token = token(FIRST, subject());

        link(owner.accessToken(), "{\"token\": \"%s\"}".formatted(token)).expectFaults("password:required");
        link(owner.accessToken(), "{\"token\": \"%s\", \"password\": \"not-the-password\"}".formatted(token))
                .expectProblem(401, "invalid-credentials");

        assertThat(list(owner.accessToken()).items("issuer")).isEmpty();
    }

    @Test
    void accountWithoutPasswordLinksOnlyAfterARecentSignIn() {
        var now = Instant.now().getEpochSecond();
        var claims = FIRST.claims(subject(), People.anyEmail());
        claims.put("auth_time", now - 700);
        var body = "{\"token\": \"%s\"}".formatted(token(SECOND, subject()));
        link(FIRST.token("EdDSA", claims), body).expectProblem(403, "reauthentication-required");

        claims.remove("auth_time");
        claims.put("iat", now - 700);
        link(FIRST.token("EdDSA", claims), body).expectProblem(403, "reauthentication-required");

        claims.put("iat", now - 500);
        link(FIRST.token("EdDSA", claims), body).expect(204);
        assertThat(list(FIRST.token("EdDSA", claims)).items("issuer")).containsExactly(FIRST.issuer, SECOND.issuer);
    }

    @Test
    void ownerIsNotifiedOfALink() {
        var owner = people.anyone();

        link(owner, token(FIRST, subject())).expect(204);

        assertThat(mailbox.awaitMail(owner.email(), "A new way to sign in")).isNotNull();
    }

    @Test
    void identitiesAreListedWithTheirLastUse() {
        var owner = people.anyone();
        var first = token(FIRST, subject());
        link(owner, first).expect(204);
        link(owner, token(SECOND, subject())).expect(204);
        http.get("/me").bearer(first).send().expect(200);

        var items = list(owner.accessToken()).json().at("/items");

        assertThat(items).hasSize(2);
        assertThat(items.at("/0/issuer").asString()).isEqualTo(FIRST.issuer);
        assertThat(items.at("/0/linkedAt").asString()).isNotBlank();
        assertThat(items.at("/0/lastUsedAt").asString()).isNotBlank();
        assertThat(items.at("/1/lastUsedAt").isNull()).isTrue();
        assertThat(items.at("/0").propertyNames()).containsExactly("id", "issuer", "linkedAt", "lastUsedAt");
    }

    @Test
    void identityOfAnotherSystemIsListed() {
        var owner = people.anyone();
        setBetterAuthId(owner, subject());

        assertThat(list(owner.accessToken()).items("issuer")).containsExactly(FIRST.issuer);
    }

    @Test
    void unlinkedIdentityIsRejected() {
        var owner = people.anyone();
        var token = token(FIRST, subject(), owner.email());
        link(owner, token).expect(204);

        unlink(owner.accessToken(), list(owner.accessToken()).items("id").get(0))
                .expect(204);

        http.get("/me").bearer(token).send().expectProblem(403, "account-link-required");
        assertThat(list(owner.accessToken()).items("id")).isEmpty();
        assertThat(betterAuthId(owner)).isNull();
    }

    @Test
    void betterAuthIdIsTheSubjectOfARemainingIdentity() {
        var owner = people.anyone();
        var remaining = subject();
        link(owner, token(FIRST, subject())).expect(204);
        link(owner, token(SECOND, subject())).expect(204);
        link(owner, token(FIRST, remaining)).expect(204);

        unlink(owner.accessToken(), list(owner.accessToken()).items("id").get(0))
                .expect(204);

        assertThat(betterAuthId(owner)).isEqualTo(remaining);
        assertThat(list(owner.accessToken()).items("issuer")).containsExactly(SECOND.issuer, FIRST.issuer);
    }

    @Test
    void unknownAndForeignIdentitiesReturn404() {
        var owner = people.anyone();
        link(owner, token(FIRST, subject())).expect(204);
        var id = list(owner.accessToken()).items("id").get(0);

        unlink(people.anyone().accessToken(), id).expectProblem(404, "not-found");
        unlink(owner.accessToken(), UUID.randomUUID().toString()).expectProblem(404, "not-found");
        unlink(owner.accessToken(), "x").expectProblem(400, "malformed-request");

        assertThat(list(owner.accessToken()).items("id")).containsExactly(id);
    }

    @Test
    void onlySignInMethodCannotBeUnlinked() {
        var token = token(FIRST, subject());
        http.get("/me").bearer(token).send().expect(200);
        var id = list(token).items("id").get(0);

        unlink(token, id).expectProblem(409, "conflict");

        assertThat(list(token).items("id")).containsExactly(id);
    }

    @Test
    void concurrentUnlinksKeepOneSignInMethod() {
        for (var round = 0; round < 10; round++) {
            var token = token(FIRST, subject());
            http.get("/me").bearer(token).send().expect(200);
            link(token, "{\"token\": \"%s\"}".formatted(token(SECOND, subject())))
                    .expect(204);
            var ids = list(token).items("id");
            var bearers = List.of(token, token);

            var statuses = Together.run(
                    2, each -> unlink(bearers.get(each), ids.get(each)).status());

            assertThat(statuses).contains(204);
            assertThat(remaining(ids)).isEqualTo(1);
        }
    }

    @Test
    void concurrentLinksOfOneIdentityLinkOneAccount() {
        var owners = List.of(people.anyone(), people.anyone(), people.anyone(), people.anyone());
        var token = token(SECOND, subject());

        var statuses = Together.run(4, each -> link(owners.get(each), token).status());

        assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 409);
    }

    /** The owner of the email takes the account over from whoever created it. */
    @Test
    void resetOfAnUnverifiedAccountUnlinksEveryIdentity() {
        var owner = people.anyone();
        var tokens = List.of(token(FIRST, subject(), owner.email()), token(SECOND, subject(), owner.email()));
        tokens.forEach(token -> link(owner, token).expect(204));

        resetPassword(owner);

        tokens.forEach(token -> http.get("/me").bearer(token).send().expectProblem(403, "account-link-required"));
        assertThat(betterAuthId(owner)).isNull();
    }

    @Test
    void resetOfAVerifiedAccountKeepsItsIdentities() {
        var owner = people.anyone();
        link(owner, token(FIRST, subject())).expect(204);
        jdbc.sql("UPDATE users.users SET email_verified = true WHERE id = ?")
                .param(owner.id())
                .update();

        resetPassword(owner);

        var session =
                http.post("/auth/login", """
                        {"email": "%s", "password": "the-second-act-begins"}""".formatted(owner.email())).send().expect(200);
        assertThat(list(session.text("/accessToken")).items("issuer")).containsExactly(FIRST.issuer);
    }

    @Test
    void pushRegistrationOfAnExternalTokenEndsWithAllAccess() {
        var owner = people.anyone();
        var external = token(FIRST, subject());
        link(owner, external).expect(204);
        http.put(
                        "/me/push-registrations/" + UUID.randomUUID(),
                        "{\"platform\": \"IOS\", \"token\": \"%s\"}".formatted(UUID.randomUUID()))
                .bearer(external)
                .send()
                .expect(201);

        http.delete("/me/sessions").as(owner).send().expect(204);
        assertThat(pushRegistrations(owner)).containsExactly("IOS");

        http.post("/admin/users/" + owner.id() + "/sessions/end", "")
                .as(people.admin())
                .send()
                .expect(204);
        assertThat(pushRegistrations(people.signIn(owner))).isEmpty();
    }

    private List<String> pushRegistrations(Person owner) {
        return http.get("/me/push-registrations").as(owner).send().expect(200).items("platform");
    }

    @Test
    void exportContainsIdentities() {
        var owner = people.anyone();
        var subject = subject();
        link(owner, token(FIRST, subject)).expect(204);

        var identities =
                http.get("/me/export").as(owner).send().expect(200).json().at("/identities");

        assertThat(identities).hasSize(1);
        assertThat(identities.at("/0/subject").asString()).isEqualTo(subject);
    }

    private void resetPassword(Person owner) {
        http.post("/auth/password/forgot", "{\"email\": \"%s\"}".formatted(owner.email()))
                .send()
                .expect(202);
        var token = mailbox.awaitMail(owner.email(), "Choose a new password").token();
        http.post("/auth/password/reset", """
                        {"token": "%s", "password": "the-second-act-begins"}""".formatted(token)).send().expect(204);
    }

    private Answer link(Person owner, String token) {
        return link(owner.accessToken(), "{\"token\": \"%s\", \"password\": \"%s\"}".formatted(token, People.PASSWORD));
    }

    private Answer link(String bearer, String body) {
        return http.post("/me/better-auth", body).bearer(bearer).send();
    }

    private Answer list(String bearer) {
        return http.get("/me/identities").bearer(bearer).send().expect(200);
    }

    private Answer unlink(String bearer, String id) {
        return http.delete("/me/identities/" + id).bearer(bearer).send();
    }

    private void setBetterAuthId(Person person, String subject) {
        jdbc.sql("UPDATE users.users SET better_auth_id = ? WHERE id = ?")
                .params(subject, person.id())
                .update();
    }

    private String betterAuthId(Person person) {
        return jdbc.sql("SELECT better_auth_id FROM users.users WHERE id = ?")
                .param(person.id())
                .query((row, number) -> row.getString(1))
                .list()
                .get(0);
    }

    private long remaining(List<String> ids) {
        return jdbc.sql("SELECT count(*) FROM access.external_identities WHERE CAST(id AS text) IN (:ids)")
                .param("ids", ids)
                .query(Long.class)
                .single();
    }

    private static String token(TestProvider provider, String subject) {
        return token(provider, subject, People.anyEmail());
    }

    private static String token(TestProvider provider, String subject, String email) {
        var claims = provider.claims(subject, email);
        // Later than a change of the credentials in the same second.
        claims.put("iat", Instant.now().getEpochSecond() + 30);
        return provider.token("EdDSA", claims);
    }

    private static String subject() {
        return "ba-" + UUID.randomUUID();
    }
}
