package dev.stagedoor.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.account.PasswordAttempts;
import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Together;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** Each test uses its own client address in {@code X-Forwarded-For}. */
@StagedoorTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "stagedoor.rate-limit.enabled=true",
            "stagedoor.trusted-proxies=127.0.0.1,::1",
            "stagedoor.rate-limit.limits.login-by-account.tries=15",
            "stagedoor.rate-limit.limits.login-by-address.tries=20",
            "stagedoor.rate-limit.limits.registration-by-address.tries=6",
            "stagedoor.rate-limit.limits.refresh-by-address.tries=8",
            "stagedoor.rate-limit.limits.mail-by-account.tries=8",
            "stagedoor.rate-limit.limits.mail-by-address.tries=9",
            "stagedoor.rate-limit.limits.token-by-address.tries=7",
            "stagedoor.rate-limit.limits.invalid-call-by-address.tries=40",
            "stagedoor.rate-limit.limits.invalid-call-by-address.per=1h"
        })
class RateLimitTests {

    private static final String WRONG = "not-the-password";

    @Autowired
    Http http;

    @Autowired
    PasswordAttempts attempts;

    @Autowired
    People people;

    @Test
    void accountIsLockedForAnAddressAfterTenWrongPasswords(CapturedOutput log) {
        var person = register(anyAddress(), People.anyEmail());
        var address = anyAddress();
        assertThat(attempts.lockedUntil(person.email())).isEmpty();

        expectLimitAfter(10, 401, index -> login(address, person.email(), WRONG));

        expectLimited(login(address, person.email(), People.PASSWORD), 91);
        assertThat(log).contains("event=locked-out").contains("limit=LOGIN_BY_ACCOUNT_AND_ADDRESS");
        assertThat(attempts.lockedUntil(person.email()))
                .hasValueSatisfying(time -> assertThat(time).isAfter(Instant.now()));
        var access = http.get("/admin/users/" + person.id() + "/access")
                .as(people.admin())
                .send()
                .expect(200);
        assertThat(Instant.parse(access.text("/lockedUntil"))).isAfter(Instant.now());
        login(anyAddress(), person.email(), People.PASSWORD).expect(200);
    }

    @Test
    void accountIsLockedForAllAddressesAfterMoreWrongPasswords() {
        var person = register(anyAddress(), People.anyEmail());

        expectLimitAfter(15, 401, index -> login(anyAddress(), person.email(), WRONG));

        expectLimited(login(anyAddress(), person.email(), People.PASSWORD), 61);
    }

    @Test
    void knownDeviceOfALockedAccountCanSignIn() {
        var person = register(anyAddress(), People.anyEmail());
        expectLimitAfter(15, 401, index -> login(anyAddress(), person.email(), WRONG));
        http.post("/auth/logout", "{\"refreshToken\": \"%s\"}".formatted(person.refreshToken()))
                .send()
                .expect(204);

        var next = login(anyAddress(), person.email(), People.PASSWORD, person.refreshToken())
                .expect(200)
                .text("/refreshToken");

        expectLimitAfter(10, 401, index -> login(anyAddress(), person.email(), WRONG, person.refreshToken()));
        login(anyAddress(), person.email(), People.PASSWORD, next).expect(200);
    }

    @Test
    void refreshTokenOfAnotherAccountIsNoKnownDevice() {
        var person = register(anyAddress(), People.anyEmail());
        var other = register(anyAddress(), People.anyEmail());
        var address = anyAddress();

        expectLimitAfter(10, 401, index -> login(address, person.email(), WRONG, other.refreshToken()));

        expectLimited(login(address, person.email(), People.PASSWORD, "sdr_x"), 91);
    }

    @Test
    void accountLimitIgnoresTheCaseOfTheEmail() {
        var email = People.anyEmail();

        var address = anyAddress();

        expectLimitAfter(10, 401, index -> login(address, index % 2 == 0 ? email : email.toUpperCase(), WRONG));

        expectLimited(login(address, "  " + email + " ", WRONG), 91);
    }

    @Test
    void successfulSignInsAreNotCounted() {
        var person = register(anyAddress(), People.anyEmail());
        var address = anyAddress();

        for (var count = 0; count < 25; count++) {
            login(address, person.email(), People.PASSWORD).expect(200);
        }
        expectLimitAfter(10, 401, index -> login(address, person.email(), WRONG));
    }

    @Test
    void concurrentSuccessfulSignInsAreNotCounted() {
        var person = register(anyAddress(), People.anyEmail());
        var address = anyAddress();

        var answers = Together.run(
                8, index -> login(address, person.email(), People.PASSWORD).status());

        assertThat(answers).containsOnly(200);
        expectLimitAfter(10, 401, index -> login(address, person.email(), WRONG));
    }

    @Test
    void concurrentWrongPasswordsCannotExceedTheLimit() {
        var person = register(anyAddress(), People.anyEmail());
        var address = anyAddress();

        var answers =
                Together.run(64, index -> login(address, person.email(), WRONG).status());

        assertThat(answers).filteredOn(status -> status == 401).hasSizeBetween(1, 10);
        expectLimited(login(address, person.email(), People.PASSWORD), 91);
    }

    @Test
    void invalidBodiesAreNotCounted() {
        var address = anyAddress();

        for (var count = 0; count < 25; count++) {
            post("/auth/login", address, "{\"email\": \"x@example.com\"}").expectFaults("password:required");
        }
        login(address, "x@example.com", WRONG).expect(401);
    }

    @Test
    void wrongPasswordsAreLimitedPerAddress() {
        var address = anyAddress();

        expectLimitAfter(20, 401, index -> login(address, People.anyEmail(), WRONG));

        login(anyAddress(), People.anyEmail(), WRONG).expect(401);
    }

    @Test
    void ipv6AddressesAreLimitedPer64BitPrefix() {
        var network = "2001:db8:%x:%x:".formatted(random(0xffff), random(0xffff));

        expectLimitAfter(20, 401, index -> login(network + ":" + (index + 1), People.anyEmail(), WRONG));
    }

    @Test
    void ipv4MappedAddressesAreIpv4Addresses() {
        var address = anyAddress();

        expectLimitAfter(
                20, 401, index -> login(index % 2 == 0 ? address : "::ffff:" + address, People.anyEmail(), WRONG));
    }

    @Test
    void registrationsAreLimitedPerAddress() {
        var address = anyAddress();

        expectLimitAfter(6, 201, index -> post("/auth/register", address, People.registration(People.anyEmail())));
    }

    @Test
    void invalidRegistrationsAreNotCounted() {
        var address = anyAddress();
        var weak = People.registration(People.anyEmail()).replace(People.PASSWORD, "Stagedoor-2026");

        for (var count = 0; count < 8; count++) {
            post("/auth/register", address, weak).expectFaults("password:too-guessable");
        }

        post("/auth/register", address, People.registration(People.anyEmail())).expect(201);
    }

    @Test
    void repeatedRegistrationCountsAsSignInAttempt() {
        var address = anyAddress();
        var registration =
                People.registration(register(anyAddress(), People.anyEmail()).email());
        var wrong = registration.replace(People.PASSWORD, "the-second-act-begins");

        for (var count = 0; count < 10; count++) {
            post("/auth/register", count < 6 ? address : anyAddress(), wrong).expectProblem(409, "email-taken");
        }

        post("/auth/register", anyAddress(), registration).expect(201);
    }

    @Test
    void invalidAnonymousCallsAreLimitedPerAddress() {
        var address = anyAddress();

        expectLimitOfInvalidCalls(400, index -> post("/auth/login", address, "{}"));

        expectLimited(http.get("/activities").header("X-Forwarded-For", address).send(), 91);
        http.get("/readyz").header("X-Forwarded-For", address).send().expect(200);
    }

    @Test
    void invalidCredentialsAreLimitedPerAddress() {
        var person = register(anyAddress(), People.anyEmail());
        var address = anyAddress();

        expectLimitOfInvalidCalls(
                401,
                index -> http.get("/me")
                        .header("X-Forwarded-For", address)
                        .header(index % 2 == 0 ? "Authorization" : "X-API-Key", "Bearer x")
                        .send());

        expectLimited(
                http.post("/auth/login", "{}")
                        .header("X-Forwarded-For", address)
                        .header("Authorization", "Bearer x")
                        .send(),
                91);
        http.get("/me").as(person).header("X-Forwarded-For", address).send().expect(200);
    }

    @Test
    void invalidCallsOfACallerAreNotCounted() {
        var person = register(anyAddress(), People.anyEmail());
        var address = anyAddress();

        for (var count = 0; count < 45; count++) {
            http.patch("/me", "{\"x\": 1}")
                    .as(person)
                    .header("X-Forwarded-For", address)
                    .send()
                    .expectFaults("x:unknown");
        }

        post("/auth/login", address, "{}").expect(400);
    }

    @Test
    void changesToAnotherPhoneNumberAreLimited() {
        var person = register(anyAddress(), People.anyEmail());

        expectLimitAfter(
                10,
                200,
                index -> http.patch("/me", "{\"phone\": \"+4930901%05d\"}".formatted(random(99_999)))
                        .as(person)
                        .send(),
                86_400);

        http.patch("/me", "{\"phone\": null}").as(person).send().expect(200);
        http.patch("/me", "{\"firstName\": \"Max\"}").as(person).send().expect(200);
    }

    @Test
    void refreshesAreLimitedPerAddress() {
        var address = anyAddress();

        expectLimitAfter(8, 401, index -> post("/auth/refresh", address, "{\"refreshToken\": \"x\"}"));
    }

    @Test
    void emailsAreLimitedPerAccountEvenIfItDoesNotExist() {
        var registered = register(anyAddress(), People.anyEmail()).email();
        for (var email : new String[] {registered, People.anyEmail()}) {
            var address = anyAddress();
            expectLimitAfter(5, 202, index -> forgot(address, index % 2 == 0 ? email : email.toUpperCase()));
            forgot(anyAddress(), email).expect(202);
        }
    }

    @Test
    void emailsAreLimitedPerAccountForAllAddresses() {
        var registered = register(anyAddress(), People.anyEmail()).email();
        for (var email : new String[] {registered, People.anyEmail()}) {
            expectLimitAfter(8, 202, index -> forgot(anyAddress(), email));
        }
    }

    @Test
    void emailsAreLimitedPerAddress() {
        var address = anyAddress();

        expectLimitAfter(9, 202, index -> forgot(address, People.anyEmail()));
    }

    @Test
    void verificationEmailsAreLimited() {
        var person = register(anyAddress(), People.anyEmail());

        expectLimitAfter(
                5,
                202,
                index -> http.call("POST", "/auth/email/verification", BodyPublishers.noBody())
                        .header("X-Forwarded-For", "192.0.2.1")
                        .as(person)
                        .send());
    }

    @Test
    void emailLinkAttemptsAreLimited() {
        var address = anyAddress();

        expectLimitAfter(
                7,
                400,
                index -> post("/auth/email/verify", address, "{\"token\": \"%s\"}".formatted(UUID.randomUUID())));

        expectLimited(post("/auth/account/restore", address, "{\"token\": \"x\"}"), 900);
        expectLimited(post("/auth/password/reset", address, """
                {"token": "x", "password": "the-second-act-begins"}"""), 900);
    }

    @Test
    void passwordAttemptsOfASignedInCallerAreLimited() {
        var person = register(anyAddress(), People.anyEmail());
        var change = "{\"currentPassword\": \"%s\", \"newPassword\": \"the-second-act-begins\"}";

        expectLimitAfter(
                10,
                401,
                index -> http.put("/me/password", change.formatted(WRONG))
                        .as(person)
                        .send());

        expectLimited(
                http.post("/me/deletion", "{\"password\": \"%s\"}".formatted(People.PASSWORD))
                        .as(person)
                        .send(),
                91);
        expectLimited(login("127.0.0.1", person.email(), People.PASSWORD), 91);
        http.get("/me").as(person).send().expect(200);
    }

    private void expectLimitAfter(int number, int status, IntFunction<Answer> call) {
        expectLimitAfter(number, status, call, 3600);
    }

    /** An invalid call is counted after its response, so the next call can arrive before. */
    private void expectLimitOfInvalidCalls(int status, IntFunction<Answer> call) {
        for (var index = 0; index < 40; index++) {
            call.apply(index).expect(status);
        }
        var next = call.apply(40);
        for (var index = 41; index < 45 && next.status() == status; index++) {
            next = call.apply(index);
        }
        expectLimited(next, 91);
    }

    private void expectLimitAfter(int number, int status, IntFunction<Answer> call, int max) {
        for (var index = 0; index < number; index++) {
            call.apply(index).expect(status);
        }
        expectLimited(call.apply(number), max);
    }

    private static void expectLimited(Answer answer, int max) {
        answer.expectProblem(429, "too-many-requests");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, max);
    }

    private Person register(String address, String email) {
        var session =
                post("/auth/register", address, People.registration(email)).expect(201);
        return new Person(
                UUID.fromString(session.text("/user/id")),
                email,
                People.PASSWORD,
                session.text("/accessToken"),
                session.text("/refreshToken"));
    }

    private Answer login(String address, String email, String password) {
        return post("/auth/login", address, "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password));
    }

    private Answer login(String address, String email, String password, String refreshToken) {
        return post(
                "/auth/login",
                address,
                "{\"email\": \"%s\", \"password\": \"%s\", \"refreshToken\": \"%s\"}"
                        .formatted(email, password, refreshToken));
    }

    private Answer forgot(String address, String email) {
        return post("/auth/password/forgot", address, "{\"email\": \"%s\"}".formatted(email));
    }

    private Answer post(String path, String address, String body) {
        return http.post(path, body).header("X-Forwarded-For", address).send();
    }

    private static String anyAddress() {
        return "10.%s.%s.%s".formatted(random(255), random(255), random(255));
    }

    private static int random(int max) {
        return ThreadLocalRandom.current().nextInt(1, max);
    }
}
