package dev.stagedoor.me;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Validation of the background. A rejected request does not change the row. */
@StagedoorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackgroundRefusalTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private Person person;

    @BeforeAll
    void createUser() {
        person = people.anyone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"BEGINNER\"", "\"beginner\"", "\"Guru\"", "\"\"", "0", "3", "true", "[]", "{}"})
    void unknownLevelReturns400(String level) {
        expectFaults(skill("\"Kotlin\"", level), "languages[0].level:malformed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[{\"language\": \"Kotlin\"}] | languages[0].level:required",
                "[{\"language\": \"Kotlin\", \"level\": null}] | languages[0].level:required",
                "[{\"level\": \"Expert\"}] | languages[0].language:required",
                "[{\"language\": \"\", \"level\": \"Expert\"}] | languages[0].language:required",
                "[{\"language\": \"K\\nL\", \"level\": \"Expert\"}] | languages[0].language:malformed",
                "[{\"language\": \"K\\ud800\", \"level\": \"Expert\"}] | languages[0].language:malformed",
                "[{\"language\": 5, \"level\": \"Expert\"}] | languages[0].language:malformed",
                "[{\"language\": \"K\", \"level\": \"Expert\", \"years\": 2}] | languages[0].years:unknown",
                "[{\"language\": \"K\", \"level\": \"Expert\"}, {\"language\": \"L\"}] | languages[1].level:required",
                "[null] | languages[0]:required",
                "[\"Kotlin\"] | languages[0]:malformed",
                "[5] | languages[0]:malformed",
                "[[]] | languages[0]:malformed",
                "{} | languages:malformed",
                "\"Kotlin\" | languages:malformed",
                "5 | languages:malformed"
            })
    void malformedLanguagesReturn400(String languages, String fault) {
        expectFaults("{\"languages\": " + languages + "}", fault);
    }

    @Test
    void languageOver100CharactersReturns400() {
        put(skill("\"" + "x".repeat(100) + "\"", "\"Expert\"")).expect(200);
        expectFaults(skill("\"" + "x".repeat(101) + "\"", "\"Expert\""), "languages[0].language:out-of-range");
    }

    @Test
    void moreThan100LanguagesReturn400() {
        put("{\"languages\": " + list(100, "{\"language\": \"K\", \"level\": \"Expert\"}") + "}")
                .expect(200);
        expectFaults(
                "{\"languages\": " + list(101, "{\"language\": \"K\", \"level\": \"Expert\"}") + "}",
                "languages:out-of-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"frameworks", "devices", "architectureFamiliarity"})
    void moreThan100EntriesReturn400(String field) {
        put("{\"" + field + "\": " + list(100, "\"x\"") + "}").expect(200);
        expectRejected("{\"" + field + "\": " + list(101, "\"x\"") + "}", field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"frameworks", "devices", "architectureFamiliarity"})
    void listOver16KibibytesReturns400(String field) {
        var frame = "[\"\"]".length();

        put("{\"" + field + "\": [\"" + "x".repeat(16_384 - frame) + "\"]}").expect(200);
        expectRejected("{\"" + field + "\": [\"" + "x".repeat(16_400 - frame) + "\"]}", field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1]",
                "[null]",
                "[true]",
                "[[]]",
                "[\"\\u0000\"]",
                "[\"\\ud800\"]",
                "[{\"\\u0000\": 1}]",
                "[{\"a\": 1e400}]"
            })
    void unsupportedEntriesReturn400(String entries) {
        for (var field : new String[] {"frameworks", "devices", "architectureFamiliarity"}) {
            expectRejected("{\"" + field + "\": " + entries + "}", field);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "\"text\"", "\"\"", "5", "true"})
    void nonListValueReturns400(String value) {
        for (var field : new String[] {"frameworks", "devices", "architectureFamiliarity"}) {
            expectFaults("{\"" + field + "\": " + value + "}", field + ":malformed");
        }
    }

    @Test
    void experienceIsLimitedTo50Characters() {
        expectFaults("{\"experienceYears\": \" \u00a0\"}", "experienceYears:required");
        put("{\"experienceYears\": \"" + "x".repeat(50) + "\"}").expect(200);
        expectFaults("{\"experienceYears\": \"" + "x".repeat(51) + "\"}", "experienceYears:out-of-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "3.5", "[]", "{}", "\"3\\n5\"", "\"\\u0000\"", "\"\\ud800\""})
    void malformedExperienceReturns400(String value) {
        expectFaults("{\"experienceYears\": " + value + "}", "experienceYears:malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"experience_years", "architecture_familiarity", "id", "updatedAt", "settings"})
    void unknownFieldReturns400(String field) {
        expectFaults("{\"" + field + "\": null}", field + ":unknown");
    }

    private void expectFaults(String background, String fault) {
        var before = Rows.of(jdbc, person);
        put(background).expectFaults(fault);
        assertThat(Rows.of(jdbc, person)).isEqualTo(before);
    }

    /** Expects exactly one field error for the field, with any code. */
    private void expectRejected(String background, String field) {
        var before = Rows.of(jdbc, person);
        var answer = put(background).expectProblem(400, "validation-failed");
        assertThat(answer.json().at("/errors")).hasSize(1);
        assertThat(answer.text("/errors/0/field")).startsWith(field);
        assertThat(Rows.of(jdbc, person)).isEqualTo(before);
    }

    private static String skill(String language, String level) {
        return "{\"languages\": [{\"language\": " + language + ", \"level\": " + level + "}]}";
    }

    private static String list(int number, String entry) {
        return IntStream.range(0, number).mapToObj(each -> entry).collect(Collectors.joining(",", "[", "]"));
    }

    private Answer put(String background) {
        return http.put("/me/background", background).as(person).send();
    }
}
