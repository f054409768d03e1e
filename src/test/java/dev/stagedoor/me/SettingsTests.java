package dev.stagedoor.me;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Merging and limits of the settings. */
@StagedoorTest
class SettingsTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private Person person;

    @BeforeEach
    void createUser() {
        person = people.anyone();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"b\": 2} | {\"a\": {\"x\": 1, \"y\": [1, 2]}, \"b\": 2}",
                "{\"a\": {\"x\": 2}} | {\"a\": {\"x\": 2, \"y\": [1, 2]}}",
                "{\"a\": {\"x\": null}} | {\"a\": {\"y\": [1, 2]}}",
                "{\"a\": null} | {}",
                "{\"a\": {\"y\": [3]}} | {\"a\": {\"x\": 1, \"y\": [3]}}",
                "{\"a\": {\"y\": [null, {\"z\": null}]}} | {\"a\": {\"x\": 1, \"y\": [null, {\"z\": null}]}}",
                "{\"a\": \"flat\"} | {\"a\": \"flat\"}",
                "{\"a\": {\"x\": {\"deep\": {\"gone\": null}}}} | {\"a\": {\"x\": {\"deep\": {}}, \"y\": [1, 2]}}",
                "{\"nothing\": null} | {\"a\": {\"x\": 1, \"y\": [1, 2]}}",
                "{} | {\"a\": {\"x\": 1, \"y\": [1, 2]}}"
            })
    void settingsAreMerged(String patch, String result) {
        patch("{\"a\": {\"x\": 1, \"y\": [1, 2]}}").expect(200);

        var answer = patch(patch).expect(200);

        assertThat(answer.json().at("/settings")).isEqualTo(JSON.readTree(result));
        assertThat(http.get("/me").as(person).send().json().at("/settings")).isEqualTo(JSON.readTree(result));
    }

    @Test
    void firstPatchStartsWithAnEmptyObject() {
        assertThat(patch("{}").expect(200).json().at("/settings")).isEqualTo(JSON.readTree("{}"));
        assertThat(patch("null").expect(200).json().at("/settings").isNull()).isTrue();
        assertThat(patch("{\"a\": null}").expect(200).json().at("/settings")).isEqualTo(JSON.readTree("{}"));
    }

    @Test
    void valuesAndKeysAreStoredUnchanged() {
        var answer = patch("""
                {"": "empty", "ключ": "🎭\\n\\t", "long": 123456789012345678901234567890, "small": 1e-30, "large": 1e30}""").expect(200);

        assertThat(answer.json().at("/settings/ключ").asString()).isEqualTo("🎭\n\t");
        assertThat(answer.json().at("/settings").get("").asString()).isEqualTo("empty");
        assertThat(answer.json().at("/settings/long").bigIntegerValue()).isEqualTo("123456789012345678901234567890");
        assertThat(answer.json().at("/settings/small").doubleValue()).isEqualTo(1e-30);
        assertThat(answer.json().at("/settings/large").doubleValue()).isEqualTo(1e30);
    }

    @Test
    void nestingIsLimitedToEightLevels() {
        var eight = "{\"a\":".repeat(7) + "{}" + "}".repeat(7);
        patch(eight).expect(200);

        expectRejected("{\"a\":".repeat(8) + "{}" + "}".repeat(8));
        expectRejected("{\"b\":" + "[".repeat(8) + "]".repeat(8) + "}");
    }

    @Test
    void sizeIsLimitedTo16Kibibytes() {
        var frame = "{\"a\":\"\"}".length();

        expectRejected("{\"a\":\"" + "x".repeat(16_385 - frame) + "\"}");
        patch("{\"a\":\"" + "x".repeat(16_384 - frame) + "\"}").expect(200);
    }

    @Test
    void mergedSizeIsLimitedTo16Kibibytes() {
        patch("{\"a\": \"" + "x".repeat(10_000) + "\"}").expect(200);

        expectRejected("{\"b\": \"" + "x".repeat(10_000) + "\"}");

        patch("{\"a\": null, \"b\": \"" + "x".repeat(10_000) + "\"}").expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": \"\\u0000\"}",
                "{\"a\\u0000\": 1}",
                "{\"a\": \"\\ud800\"}",
                "{\"a\": {\"b\": [\"\\udc00\"]}}",
                "{\"a\": 1e400}",
                "{\"a\": -1e400}",
                "{\"a\": [1e-400]}",
                "{\"a\": 1e999999999}",
                "{\"a\": 1e2147483648}"
            })
    void unsupportedValuesReturn400(String settings) {
        patch("{\"stored\": true}").expect(200);

        expectRejected(settings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"\\ud800\": 1}", "{\"a\": {\"\\udc00\\ud800\": null}}", "{\"a\": NaN}", "{\"a\": 01}"})
    void malformedJsonReturns400(String settings) {
        patch("{\"stored\": true}").expect(200);
        var before = Rows.of(jdbc, person);

        patch(settings).expectProblem(400, "malformed-request");

        assertThat(Rows.of(jdbc, person)).isEqualTo(before);
    }

    private void expectRejected(String settings) {
        var before = Rows.of(jdbc, person);
        var answer = patch(settings).expectProblem(400, "validation-failed");
        assertThat(answer.json().at("/errors")).hasSize(1);
        assertThat(answer.text("/errors/0/field")).isEqualTo("settings");
        assertThat(Rows.of(jdbc, person)).isEqualTo(before);
    }

    private Answer patch(String settings) {
        return http.patch("/me", "{\"settings\": " + settings + "}").as(person).send();
    }
}
