package dev.stagedoor.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Validation of each field. A rejected registration creates no account. */
@StagedoorTest
class RegistrationFieldTests {

    @Autowired
    Http http;

    @Autowired
    JdbcClient jdbc;

    private final String email = People.anyEmail();

    private boolean rejected;

    @AfterEach
    void rejectedRegistrationCreatesNoAccount() {
        var accounts = jdbc.sql("SELECT count(*) FROM users.users WHERE email = ?")
                .param(email)
                .query(Long.class)
                .single();
        assertThat(accounts).isEqualTo(rejected ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "null | required",
                "\"\" | required",
                "\"  \" | required",
                "\"\\n\" | required",
                "\"\\u200b\" | required",
                "\"\\u00a0\" | required",
                "\"\\u3164\" | required",
                "\"\\ufeff\" | required",
                "\"\\u200e \\u2800\\ufe0f\" | required",
                "\"Mi\\u202ea\" | malformed",
                "\"Mi\\u2067a\" | malformed",
                "\"Mi\\na\" | malformed",
                "\"Mi\\ta\" | malformed",
                "\"Mi\\u0007a\" | malformed",
                "\"Mi\\u0085a\" | malformed",
                "\"Mi\\u2028a\" | malformed",
                "\"Mi\\u0000a\" | malformed",
                "\"Mi\\ud800a\" | malformed",
                "\"Mi\\udc00\\ud800a\" | malformed",
                "5 | malformed",
                "true | malformed",
                "[] | malformed",
                "[\"Mia\"] | malformed",
                "{} | malformed",
                "{\"a\": \"Mia\"} | malformed"
            })
    void invalidNameReturns400(String value, String code) {
        rejected(body().replace("\"Mia\"", value)).expectFaults("firstName:" + code);
        rejected(body().replace("\"Lindqvist\"", value)).expectFaults("lastName:" + code);
    }

    @Test
    void nameOver100CharactersReturns400() {
        rejected(body().replace("Mia", "x".repeat(101))).expectFaults("firstName:out-of-range");
        rejected(body().replace("Lindqvist", "x".repeat(101))).expectFaults("lastName:out-of-range");
    }

    @Test
    void namesOf1And100CharactersAreTrimmedAndAccepted() {
        var answer = accepted(body().replace("Mia", "  Ø ").replace("Lindqvist", " " + "ü".repeat(100) + " "));

        assertThat(answer.text("/user/firstName")).isEqualTo("Ø");
        assertThat(answer.text("/user/lastName")).isEqualTo("ü".repeat(100));
    }

    @Test
    void nameIsComposedAndTrimmed() {
        var answer = accepted(
                body().replace("Mia", "\u00a0\u200bZoe\u0308\u3000").replace("Lindqvist", "\ufeffA\u200dB\u3164"));

        assertThat(answer.text("/user/firstName")).isEqualTo("Zoë");
        assertThat(answer.text("/user/lastName")).isEqualTo("A\u200dB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"\\u200b\"",
                "\"030901820\"",
                "\"+49\"",
                "\"+1\"",
                "\"+99930901820\"",
                "\"+49 phone\"",
                "\"tel:+4930901820\"",
                "\"+4930901820\\u0000\"",
                "4930901820",
                "[\"+4930901820\"]",
                "{}"
            })
    void invalidPhoneNumberReturns400(String value) {
        rejected(with("phone", value)).expectFaults("phone:malformed");
    }

    @Test
    void phoneNumberIsNormalized() {
        var answer = accepted(with("phone", "\" +49 (0)1512 0000-003 \""));

        assertThat(answer.text("/user/phone")).isEqualTo("+4915120000003");
        assertThat(answer.json().at("/user/phoneVerified").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"en_US\"",
                "\"english\"",
                "\"en-\"",
                "\"qq\"",
                "\"en-QQ\"",
                "\"en-US\\u0000\"",
                "1",
                "[]"
            })
    void invalidLanguageReturns400(String value) {
        rejected(with("language", value)).expectFaults("language:malformed");
    }

    @ParameterizedTest
    @CsvSource({"EN-us, en-US", "de, de", "ZH-hant-tw, zh-Hant-TW", "es-419, es-419"})
    void languageIsNormalized(String input, String normalized) {
        assertThat(accepted(with("language", "\"" + input + "\"")).text("/user/language"))
                .isEqualTo(normalized);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"europe/berlin\"",
                "\"Mars/Olympus\"",
                "\"+02:00\"",
                "\"GMT+2\"",
                "\"SystemV/EST5\"",
                "2"
            })
    void invalidTimeZoneReturns400(String value) {
        rejected(with("timezone", value)).expectFaults("timezone:malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\"", "\"eur\"", "\"Eur\"", "\"EURO\"", "\"ABC\"", "\"XXX\"", "\"XTS\"", "978", "[\"EUR\"]"})
    void invalidCurrencyReturns400(String value) {
        rejected(with("currency", value)).expectFaults("currency:malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BGN", "HRK", "DEM", "ANG", "ZWL"})
    void withdrawnCurrencyReturns400(String code) {
        rejected(with("currency", '"' + code + '"')).expectFaults("currency:malformed");
    }

    @Test
    void unknownSettingsOfADeviceMeanTheDefault() {
        var answer = accepted(body().replace("{", "{\"language\": \"und\", \"timezone\": \"Etc/Unknown\", "));

        assertThat(answer.json().at("/user/language").isNull()).isTrue();
        assertThat(answer.text("/user/timezone")).isEqualTo("UTC");
    }

    @Test
    void preferencesAreStored() {
        var answer = accepted(body().replace(
                        "{", "{\"language\": \"sv\", \"timezone\": \"Europe/Stockholm\", \"currency\": \"SEK\", "));

        assertThat(answer.text("/user/language")).isEqualTo("sv");
        assertThat(answer.text("/user/timezone")).isEqualTo("Europe/Stockholm");
        assertThat(answer.text("/user/currency")).isEqualTo("SEK");
    }

    @Test
    void nullInAnOptionalFieldMeansAbsent() {
        var answer = accepted(
                body().replace("{", "{\"phone\": null, \"language\": null, \"timezone\": null, \"currency\": null, "));

        assertThat(answer.json().at("/user/phone").isNull()).isTrue();
        assertThat(answer.json().at("/user/language").isNull()).isTrue();
        assertThat(answer.text("/user/timezone")).isEqualTo("UTC");
        assertThat(answer.text("/user/currency")).isEqualTo("USD");
    }

    @Test
    void emailIsNormalized() {
        assertThat(accepted(body().replace(email, "\\t " + email.toUpperCase() + "\u00a0"))
                        .text("/user/email"))
                .isEqualTo(email);
    }

    @Test
    void emailOver255CharactersReturns400() {
        rejected(body().replace(email, longEmail(256))).expectFaults("email:malformed");
    }

    @Test
    void emailOf255CharactersIsAccepted() {
        assertThat(accepted(body()).status()).isEqualTo(201);
        var longest = longEmail(255);

        var answer = http.post("/auth/register", body().replace(email, longest))
                .send()
                .expect(201);

        assertThat(answer.text("/user/email")).isEqualTo(longest).hasSize(255);
    }

    @Test
    void duplicateFieldReturns400() {
        rejected(body().replace("{", "{\"firstName\": \"Eve\", ")).expectProblem(400, "malformed-request");
    }

    @Test
    void allInvalidFieldsAreReportedTogether() {
        rejected(body().replace("{", "{\"phone\": \"1\", \"currency\": \"eur\", ")
                        .replace("Mia", " "))
                .expectFaults("phone:malformed", "currency:malformed", "firstName:required");
    }

    private String body() {
        return People.registration(email);
    }

    private String with(String field, String value) {
        return body().replace("{", "{\"" + field + "\": " + value + ", ");
    }

    private Answer rejected(String body) {
        rejected = true;
        return http.post("/auth/register", body).send();
    }

    private Answer accepted(String body) {
        return http.post("/auth/register", body).send().expect(201);
    }

    private static String longEmail(int length) {
        var name = (People.anyEmail().replace("@example.com", "") + "x".repeat(64)).substring(0, 64);
        var domain = ("y".repeat(62) + ".").repeat(4);
        return name + "@" + domain.substring(0, length - name.length() - ".com".length() - 1) + ".com";
    }
}
