package dev.stagedoor.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Together;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class RegistrationTests {

    @Autowired
    Http http;

    @Autowired
    JdbcClient jdbc;

    @Test
    void emptyBodyReportsAllMissingFields() {
        http.post("/auth/register", "{}")
                .send()
                .expectFaults("email:required", "password:required", "firstName:required", "lastName:required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"role", "isActive", "emailVerified", "id", "is_active", "isOrganizer", "createdAt"})
    void readOnlyFieldReturns400(String field) {
        var email = People.anyEmail();
        var body = People.registration(email).replace("{", "{\"" + field + "\": true, ");

        http.post("/auth/register", body).send().expectFaults(field + ":unknown");

        assertThat(accounts(email)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "mia", "mia@", "@example.com", "mia@example", "mia @example.com", "mïa@example.com"})
    void invalidEmailReturns400(String email) {
        http.post("/auth/register", People.registration(email)).send().expectFaults("email:malformed");
    }

    @ParameterizedTest
    @CsvSource({
        "short-one, out-of-range",
        "password1234, too-common",
        "mia-lindqvist, too-personal",
        "MIALINDQVIST2026, too-personal"
    })
    void weakPasswordReturns400(String password, String code) {
        var email = People.anyEmail();
        var body = People.registration(email).replace(People.PASSWORD, password);

        http.post("/auth/register", body).send().expectFaults("password:" + code);

        assertThat(accounts(email)).isZero();
    }

    @Test
    void takenEmailReturns409InAnyCase() {
        var email = People.anyEmail();
        http.post("/auth/register", People.registration(email)).send().expect(201);

        http.post(
                        "/auth/register",
                        People.registration(" " + email.toUpperCase() + " ")
                                .replace(People.PASSWORD, "the-second-act-begins"))
                .send()
                .expectProblem(409, "email-taken");
    }

    @Test
    void registrationRepeatedWithinAMinuteReturnsANewSession() {
        var email = People.anyEmail();
        var body = People.registration(email).replace("{", "{\"phone\": \"+4915120000777\", ");
        var first = http.post("/auth/register", body).send().expect(201);

        var second =
                http.post("/auth/register", body.replace("Mia", "Max")).send().expect(201);

        assertThat(second.text("/user/id")).isEqualTo(first.text("/user/id"));
        assertThat(second.text("/user/firstName")).isEqualTo("Mia");
        assertThat(second.text("/refreshToken")).isNotEqualTo(first.text("/refreshToken"));
        assertThat(accounts(email)).isEqualTo(1);
    }

    @Test
    void registrationRepeatedAfterAMinuteReturns409() {
        var email = People.anyEmail();
        http.post("/auth/register", People.registration(email)).send().expect(201);
        jdbc.sql("UPDATE users.users SET created_at = created_at - interval '61 seconds' WHERE email = ?")
                .param(email)
                .update();

        http.post("/auth/register", People.registration(email)).send().expectProblem(409, "email-taken");
    }

    @Test
    void newAccountHasTheDocumentedDefaults() {
        var email = People.anyEmail();

        var answer =
                http.post("/auth/register", People.registration(email)).send().expect(201);

        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.text("/tokenType")).isEqualTo("Bearer");
        assertThat(answer.json().at("/expiresIn").asInt()).isEqualTo(600);
        assertThat(answer.json().at("/user/settings").isNull()).isTrue();
        assertThat(profile(email))
                .containsEntry("timezone", "UTC")
                .containsEntry("currency", "USD")
                .containsEntry("notifications_enabled", true)
                .containsEntry("push_enabled", true)
                .containsEntry("email_enabled", false);
    }

    @Test
    void concurrentRegistrationsOfOneEmailCreateOneAccount() {
        var email = People.anyEmail();

        var statuses = Together.run(
                16,
                each -> http.post(
                                "/auth/register",
                                People.registration(email).replace(People.PASSWORD, "the-second-act-" + each))
                        .send()
                        .status());

        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(accounts(email)).isEqualTo(1);
    }

    @Test
    void concurrentRegistrationsOfOnePhoneCreateOneAccount() {
        var phone = "+4915120000001";

        var answers = Together.run(
                16,
                each -> http.post(
                                "/auth/register",
                                People.registration(People.anyEmail()).replace("{", "{\"phone\": \"" + phone + "\", "))
                        .send());

        assertThat(answers.stream().map(Answer::status)).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .allSatisfy(answer -> answer.expectProblem(409, "phone-taken"));
        assertThat(count("SELECT count(*) FROM users.users WHERE phone = ?", phone))
                .isEqualTo(1);
    }

    @Test
    void takenPhoneCreatesNoAccount() {
        var phone = "\"phone\": \"+4915120000002\", ";
        var email = People.anyEmail();
        http.post("/auth/register", People.registration(People.anyEmail()).replace("{", "{" + phone))
                .send()
                .expect(201);

        http.post("/auth/register", People.registration(email).replace("{", "{" + phone))
                .send()
                .expectProblem(409, "phone-taken");

        assertThat(accounts(email)).isZero();
    }

    @Test
    void failedProfileInsertRollsBackAccountAndSession() {
        var email = People.anyEmail();
        var profiles = count("SELECT count(*) FROM users.user_profiles");
        var sessions = count("SELECT count(*) FROM access.sessions");
        jdbc.sql("ALTER TABLE users.user_profiles ADD CONSTRAINT no_danish CHECK (language <> 'da') NOT VALID")
                .update();
        try {
            http.post("/auth/register", People.registration(email).replace("{", "{\"language\": \"da\", "))
                    .send()
                    .expectProblem(500, "internal-error");
        } finally {
            jdbc.sql("ALTER TABLE users.user_profiles DROP CONSTRAINT no_danish")
                    .update();
        }

        assertThat(accounts(email)).isZero();
        assertThat(count("SELECT count(*) FROM users.user_profiles")).isEqualTo(profiles);
        assertThat(count("SELECT count(*) FROM access.sessions")).isEqualTo(sessions);
        http.post("/auth/register", People.registration(email)).send().expect(201);
    }

    private long accounts(String email) {
        return count("SELECT count(*) FROM users.users WHERE email = ?", email);
    }

    private long count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    private Map<String, Object> profile(String email) {
        return jdbc.sql("""
                SELECT p.* FROM users.user_profiles p JOIN users.users u ON u.id = p.user_id WHERE u.email = ?""").param(email).query().singleRow();
    }
}
