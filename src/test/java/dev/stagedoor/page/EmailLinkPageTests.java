package dev.stagedoor.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.access.OneTimeTokens;
import dev.stagedoor.access.TokenPurpose;
import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class EmailLinkPageTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    OneTimeTokens tokens;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"/verify-email", "/verify-email?token=", "/reset-password", "/restore-account?token=%20"})
    void linkWithoutATokenIsIncomplete(String path) {
        assertThat(http.get(path).send().expect(400).body())
                .contains("The link is incomplete")
                .doesNotContain("<form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify-email", "reset-password", "restore-account"})
    void unknownTokenIsRejected(String page) {
        var body =
                post(page, "unknown", "a wholly new Passphrase 7").expect(400).body();

        assertThat(body)
                .contains("role=\"alert\"", "The link is no longer valid")
                .doesNotContain("<form");
    }

    @Test
    void tokenOfAnotherPurposeIsRejected() {
        var person = people.anyone();

        post("verify-email", token(person, TokenPurpose.RESET_PASSWORD), "").expect(400);

        assertThat(isVerified(person)).isFalse();
    }

    @Test
    void jsonBodyReturns415() {
        http.post("/verify-email", "{\"token\": \"x\"}").send().expectProblem(415, "unsupported-media-type");
    }

    @Test
    void malformedFormReturns400() {
        http.call("POST", "/verify-email", BodyPublishers.ofString("token=%zz"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .send()
                .expectProblem(400, "malformed-request");
    }

    @Test
    void tokenIsEscaped() {
        var body = http.get("/verify-email?token=%22%3E%3Cscript%3E")
                .send()
                .expect(200)
                .body();

        assertThat(body).doesNotContain("<script");
    }

    /** Mail scanners open links, and mail programs add parameters. */
    @ParameterizedTest
    @CsvSource({"verify-email,VERIFY_EMAIL", "reset-password,RESET_PASSWORD", "restore-account,RESTORE_ACCOUNT"})
    void getShowsAFormAndDoesNotRedeemTheToken(String page, TokenPurpose purpose) {
        var person = people.anyone();
        var token = token(person, purpose);

        var answer =
                http.get("/" + page + "?utm_source=mail&token=" + token).send().expect(200);

        assertThat(answer.body()).contains("<form method=\"post\" action=\"" + page + "\">", token);
        assertThat(isVerified(person)).isFalse();
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "form-action 'self'");
    }

    @Test
    void emailIsVerifiedAlsoByASecondClick() {
        var person = people.anyone();
        var token = token(person, TokenPurpose.VERIFY_EMAIL);

        assertThat(post("verify-email", token, "").expect(200).body()).contains("Your email is confirmed");
        assertThat(isVerified(person)).isTrue();

        post("verify-email", token, "").expect(200);
    }

    @Test
    void weakPasswordShowsTheFormAgainAndKeepsTheToken() {
        var person = people.anyone();
        var token = token(person, TokenPurpose.RESET_PASSWORD);

        var body = post("reset-password", token, "short").expect(400).body();

        assertThat(body).contains("New password must have 12 to 128 characters", "aria-invalid", token);
        post("reset-password", token, "a wholly new Passphrase 7").expect(200);
        http.post(
                        "/auth/login",
                        "{\"email\": \"%s\", \"password\": \"a wholly new Passphrase 7\"}".formatted(person.email()))
                .send()
                .expect(200);
        http.get("/me").as(person).send().expectProblem(401, "unauthorized");
    }

    @Test
    void passwordIsNotTrimmed() {
        var person = people.anyone();

        post("reset-password", token(person, TokenPurpose.RESET_PASSWORD), " a wholly new Passphrase 7 ")
                .expect(200);

        http.post(
                        "/auth/login",
                        "{\"email\": \"%s\", \"password\": \" a wholly new Passphrase 7 \"}".formatted(person.email()))
                .send()
                .expect(200);
    }

    @Test
    void deletedAccountIsRestored() {
        var person = people.anyone();
        http.post("/me/deletion", "{\"password\": \"%s\"}".formatted(People.PASSWORD))
                .as(person)
                .send()
                .expect(200);

        assertThat(post("restore-account", token(person, TokenPurpose.RESTORE_ACCOUNT), "")
                        .expect(200)
                        .body())
                .contains("Your account is restored");
        people.signIn(person);
    }

    @Test
    void pageUsesTheLanguageOfTheBrowser() {
        var answer = http.get("/reset-password?token=x")
                .header("Accept-Language", "de-AT,de;q=0.9")
                .send()
                .expect(200);

        assertThat(answer.body()).contains("<html lang=\"de\">", "Neues Passwort setzen");
        assertThat(answer.header("Content-Language")).isEqualTo("de");
    }

    private Answer post(String page, String token, String password) {
        var form = "token=" + encoded(token) + "&password=" + encoded(password);
        return http.call("POST", "/" + page, BodyPublishers.ofString(form))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "null")
                .send();
    }

    private String token(Person person, TokenPurpose purpose) {
        return tokens.issue(person.id(), person.email(), purpose, Instant.now().plusSeconds(600));
    }

    private boolean isVerified(Person person) {
        return jdbc.sql("SELECT email_verified FROM users.users WHERE id = ?")
                .param(person.id())
                .query(Boolean.class)
                .single();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
