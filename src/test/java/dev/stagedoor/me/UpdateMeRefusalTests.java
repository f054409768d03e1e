package dev.stagedoor.me;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Read-only fields and invalid values. A rejected update changes neither the account nor the profile. */
@StagedoorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpdateMeRefusalTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private Person person;
    private String before;

    @BeforeAll
    void createUser() {
        person = people.anyone();
        before = Rows.of(jdbc, person);
    }

    @AfterEach
    void expectUnchangedRows() {
        assertThat(Rows.of(jdbc, person)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "role, '\"ADMIN\"'",
        "id, '\"019a1f52-7c1e-7c3a-9d57-0b6a5f1d2e3c\"'",
        "profileId, '\"019a1f52-7c1e-7c3a-9d57-0b6a5f1d2e3c\"'",
        "email, '\"eve@example.com\"'",
        "emailVerified, true",
        "phoneVerified, true",
        "isOrganizer, true",
        "hasPassword, false",
        "companies, []",
        "createdAt, '\"2020-01-01T00:00:00Z\"'",
        "updatedAt, '\"2020-01-01T00:00:00Z\"'",
        "isActive, false",
        "password, '\"see-you-at-the-show\"'",
        "passwordHash, '\"x\"'",
        "betterAuthId, '\"x\"'",
        "notificationsEnabled, false",
        "languages, []",
        "first_name, '\"Eve\"'",
        "birth_date, '\"1994-05-17\"'",
        "FirstName, '\"Eve\"'",
        "user, '{\"role\": \"ADMIN\"}'",
        "profile, '{\"currency\": \"SEK\"}'",
        "settings.theme, '\"dark\"'",
        "__proto__, '{\"role\": \"ADMIN\"}'",
        "role, null"
    })
    void readOnlyOrUnknownFieldReturns400(String field, String value) {
        patch("{\"firstName\": \"Eve\", \"" + field + "\": " + value + "}").expectFaults(field + ":unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "null | required",
                "\"\" | required",
                "\" \\n \" | required",
                "\"E\\nve\" | malformed",
                "\"E\\u001bve\" | malformed",
                "\"E\\u0000ve\" | malformed",
                "\"E\\ud800ve\" | malformed",
                "5 | malformed",
                "true | malformed",
                "[\"Eve\"] | malformed",
                "{\"a\": \"Eve\"} | malformed"
            })
    void invalidNameReturns400(String value, String code) {
        patch("{\"firstName\": " + value + "}").expectFaults("firstName:" + code);
        patch("{\"lastName\": " + value + "}").expectFaults("lastName:" + code);
    }

    @Test
    void nameOver100CharactersReturns400() {
        patch("{\"firstName\": \"" + "x".repeat(101) + "\"}").expectFaults("firstName:out-of-range");
        patch("{\"lastName\": \"" + "x".repeat(101) + "\"}").expectFaults("lastName:out-of-range");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\"", "\" \"", "\"030901820\"", "\"+49\"", "\"phone\"", "\"+49\\u0000\"", "5", "[]", "{}"})
    void invalidPhoneNumberReturns400(String value) {
        patch("{\"phone\": " + value + "}").expectFaults("phone:malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"en_US\"", "\"qq\"", "\"en-QQ\"", "\"en\\ud800\"", "5", "[\"en\"]", "{}"})
    void invalidLanguageReturns400(String value) {
        patch("{\"language\": " + value + "}").expectFaults("language:malformed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "null | required",
                "\"\" | malformed",
                "\"europe/berlin\" | malformed",
                "\"+02:00\" | malformed",
                "\"Mars/Olympus\" | malformed",
                "2 | malformed",
                "[\"UTC\"] | malformed"
            })
    void invalidTimeZoneReturns400(String value, String code) {
        patch("{\"timezone\": " + value + "}").expectFaults("timezone:" + code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "null | required",
                "\"\" | malformed",
                "\"eur\" | malformed",
                "\"EURO\" | malformed",
                "\"XXX\" | malformed",
                "978 | malformed",
                "{} | malformed"
            })
    void invalidCurrencyReturns400(String value, String code) {
        patch("{\"currency\": " + value + "}").expectFaults("currency:" + code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\" \"",
                "\"2000-02-30\"",
                "\"2001-02-29\"",
                "\"2000-13-01\"",
                "\"2000-2-3\"",
                "\"17.05.1994\"",
                "\"1994-05-17T00:00:00Z\"",
                "\"1994-05-17 \"",
                "\"19940517\"",
                "\"text\"",
                "8000",
                "19940517",
                "1.5",
                "true",
                "[1994,5,17]",
                "[\"1994-05-17\"]",
                "{}"
            })
    void malformedDateReturns400(String value) {
        patch("{\"birthDate\": " + value + "}").expectFaults("birthDate:malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "0001-01-01", "9999-12-31"})
    void birthDateBefore1900OrInTheFutureReturns400(String date) {
        patch("{\"birthDate\": \"" + date + "\"}").expectFaults("birthDate:out-of-range");
    }

    @Test
    void birthDateTodayReturns400() {
        var today = LocalDate.now(ZoneOffset.UTC);

        patch("{\"birthDate\": \"" + today + "\"}").expectFaults("birthDate:out-of-range");
        patch("{\"birthDate\": \"" + today.plusDays(1) + "\"}").expectFaults("birthDate:out-of-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "\"text\"", "\"\"", "[]", "[{\"a\": 1}]"})
    void nonObjectSettingsReturn400(String value) {
        patch("{\"settings\": " + value + "}").expectFaults("settings:malformed");
    }

    @Test
    void oneInvalidFieldRejectsTheWholeUpdate() {
        patch("{\"firstName\": \"Eve\", \"settings\": {\"a\": 1}, \"currency\": \"eur\", \"phone\": \"1\"}")
                .expectFaults("currency:malformed", "phone:malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "\"text\"", "[{\"firstName\": \"Eve\"}]", "{\"firstName\": \"Eve\"", "{]"})
    void nonObjectBodyReturns400(String body) {
        patch(body).expectProblem(400, "malformed-request");
    }

    @Test
    void duplicateFieldReturns400() {
        patch("{\"firstName\": \"Åsa\", \"firstName\": \"Eve\"}").expectProblem(400, "malformed-request");
        patch("{\"settings\": {\"a\": 1, \"a\": 2}}").expectProblem(400, "malformed-request");
    }

    @Test
    void anonymousCallReturns401() {
        http.patch("/me", "{\"firstName\": \"Eve\"}").send().expectProblem(401, "unauthorized");
    }

    private Answer patch(String change) {
        return http.patch("/me", change).as(person).send();
    }
}
