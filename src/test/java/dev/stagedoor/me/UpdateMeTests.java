package dev.stagedoor.me;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

@StagedoorTest
class UpdateMeTests {

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
    @CsvSource({
        "firstName, Åsa",
        "lastName, O’Neil-Ørsted",
        "language, sv",
        "birthDate, 1994-05-17",
        "birthDate, 1900-01-01",
        "timezone, Europe/Stockholm",
        "currency, SEK",
        "phone, +4915120000101"
    })
    void updateChangesOnlyTheGivenField(String field, String value) {
        var before = (ObjectNode) http.get("/me").as(person).send().expect(200).json();

        var after = patch("{\"" + field + "\": \"" + value + "\"}").expect(200);

        assertThat(after.text("/" + field)).isEqualTo(value);
        var same = before.deepCopy().put(field, value).put("updatedAt", after.text("/updatedAt"));
        assertThat(after.json()).isEqualTo(same);
        assertThat(http.get("/me").as(person).send().expect(200).json()).isEqualTo(same);
    }

    @Test
    void allFieldsCanBeChangedTogether() {
        var answer = patch("""
                {"firstName": " Åsa ", "lastName": "Berg", "phone": "+49 1512 0000102", "language": "SV-se",
                 "birthDate": "1994-05-17", "timezone": "Europe/Stockholm", "currency": "SEK",
                 "settings": {"theme": "dark"}}""").expect(200);

        assertThat(answer.text("/firstName")).isEqualTo("Åsa");
        assertThat(answer.text("/lastName")).isEqualTo("Berg");
        assertThat(answer.text("/phone")).isEqualTo("+4915120000102");
        assertThat(answer.text("/language")).isEqualTo("sv-SE");
        assertThat(answer.text("/birthDate")).isEqualTo("1994-05-17");
        assertThat(answer.text("/timezone")).isEqualTo("Europe/Stockholm");
        assertThat(answer.text("/currency")).isEqualTo("SEK");
        assertThat(answer.text("/settings/theme")).isEqualTo("dark");
        assertThat(http.get("/me").as(person).send().body()).isEqualTo(answer.body());
    }

    @ParameterizedTest
    @CsvSource({
        "phone, '\"+4915120000103\"'",
        "language, '\"sv\"'",
        "birthDate, '\"1994-05-17\"'",
        "settings, '{\"theme\": \"dark\"}'"
    })
    void nullClearsAnOptionalField(String field, String value) {
        patch("{\"" + field + "\": " + value + "}").expect(200);

        var answer = patch("{\"" + field + "\": null}").expect(200);

        assertThat(answer.json().get(field).isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"firstName\": \"Åsa\"}", "{\"currency\": \"SEK\"}", "{\"settings\": {\"a\": 1}}"})
    void updateOfEitherRowChangesUpdatedAt(String change) {
        var before = Instant.parse(http.get("/me").as(person).send().expect(200).text("/updatedAt"));

        assertThat(Instant.parse(patch(change).expect(200).text("/updatedAt"))).isAfter(before);
    }

    @Test
    void emptyUpdateChangesNothing() {
        var before = Rows.of(jdbc, person);

        var answer = patch("{}").expect(200);

        assertThat(Rows.of(jdbc, person)).isEqualTo(before);
        assertThat(answer.body()).isEqualTo(http.get("/me").as(person).send().body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;charset=UTF-8",
                "application/merge-patch+json",
                "APPLICATION/Merge-Patch+JSON"
            })
    void bothMediaTypesAreAccepted(String type) {
        http.patch("/me", "{\"firstName\": \"Åsa\"}")
                .header("Content-Type", type)
                .as(person)
                .send()
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json-patch+json", "application/x-www-form-urlencoded"})
    void otherMediaTypesReturn415(String type) {
        var before = Rows.of(jdbc, person);

        http.patch("/me", "{\"firstName\": \"Eve\"}")
                .header("Content-Type", type)
                .as(person)
                .send()
                .expectProblem(415, "unsupported-media-type");

        assertThat(Rows.of(jdbc, person)).isEqualTo(before);
    }

    @Test
    void newPhoneIsNotVerified() {
        patch("{\"phone\": \"+4915120000104\"}").expect(200);
        verifyPhone();

        var answer = patch("{\"phone\": \"+4915120000105\"}").expect(200);

        assertThat(answer.json().at("/phoneVerified").asBoolean()).isFalse();
    }

    @Test
    void removedPhoneIsNotVerified() {
        patch("{\"phone\": \"+4915120000106\"}").expect(200);
        verifyPhone();

        assertThat(patch("{\"phone\": null}")
                        .expect(200)
                        .json()
                        .at("/phoneVerified")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void otherUpdatesKeepThePhoneVerified() {
        patch("{\"phone\": \"+4915120000107\"}").expect(200);
        verifyPhone();

        assertThat(patch("{\"firstName\": \"Åsa\"}")
                        .expect(200)
                        .json()
                        .at("/phoneVerified")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void phoneOfAnotherAccountReturns409() {
        patch("{\"phone\": \"+4915120000108\"}").expect(200);
        person = people.anyone();
        var before = Rows.of(jdbc, person);

        patch("{\"phone\": \"+4915120000108\", \"firstName\": \"Eve\", \"settings\": {\"a\": 1}}")
                .expectProblem(409, "phone-taken");

        assertThat(Rows.of(jdbc, person)).isEqualTo(before);
    }

    @Test
    void phoneReleasedByItsOwnerCanBeRegistered() {
        patch("{\"phone\": \"+4915120000109\"}").expect(200);
        patch("{\"phone\": null}").expect(200);
        person = people.anyone();

        patch("{\"phone\": \"+4915120000109\"}").expect(200);
    }

    private void verifyPhone() {
        jdbc.sql("UPDATE users.users SET phone_verified = true WHERE id = ?")
                .param(person.id())
                .update();
    }

    private Answer patch(String change) {
        return http.patch("/me", change).as(person).send();
    }
}
