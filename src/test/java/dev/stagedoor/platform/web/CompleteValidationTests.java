package dev.stagedoor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** One response lists every invalid field and what is expected. */
@StagedoorTest
class CompleteValidationTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Test
    void registrationListsAllKindsOfErrors() {
        http.post("/auth/register", """
                        {"email": "mia", "password": "short", "firstName": 7, "phone": "1", "language": "!",
                         "timezone": [], "birthday": "1994-05-17"}""")
                .send()
                .expectFaults(
                        "birthday:unknown",
                        "email:malformed",
                        "firstName:malformed",
                        "language:malformed",
                        "lastName:required",
                        "password:out-of-range",
                        "phone:malformed",
                        "timezone:malformed");
    }

    @Test
    void weakPasswordIsListedWithOtherErrors() {
        http.post("/auth/register", """
                        {"email": "mia@example.com", "password": "password1234", "firstName": "Mia"}""").send().expectFaults("password:too-common", "lastName:required");
    }

    @Test
    void errorsInListsAndObjectsHaveTheirPath() {
        http.put("/me/background", """
                        {"languages": [{"language": "Java", "level": "Guru"}, {"language": 5, "level": "Expert", "since": 1}, 7],
                         "frameworks": {}, "experienceYears": true}""")
                .as(people.anyone())
                .send()
                .expectFaults(
                        "languages[0].level:malformed",
                        "languages[1].language:malformed",
                        "languages[1].since:unknown",
                        "languages[2]:malformed",
                        "frameworks:malformed",
                        "experienceYears:malformed");
    }

    @Test
    void validFieldsOfAnInvalidPatchAreNotChanged() {
        var person = people.anyone();

        http.patch("/me", "{\"firstName\": \"Eve\", \"birthDate\": \"17.05.1994\", \"currency\": null}")
                .as(person)
                .send()
                .expectFaults("birthDate:malformed", "currency:required");

        assertThat(http.get("/me").as(person).send().text("/firstName")).isEqualTo("Mia");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"birthDate\": \"17.05.1994\"}  | must be a date such as 1994-05-17",
                "{\"birthDate\": 1994}            | must be a date such as 1994-05-17",
                "{\"firstName\": false}           | must be text",
                "{\"firstName\": \"a\\u0000\"}    | must not contain the character NUL or an incomplete surrogate pair",
            })
    void messageStatesTheExpectedType(String patch, String message) {
        assertThat(error(http.patch("/me", patch).as(people.anyone()).send())
                        .at("/message")
                        .asString())
                .isEqualTo(message);
    }

    @Test
    void messageIsLocalized() {
        var answer = http.patch("/me", "{\"birthDate\": \"17.05.1994\"}")
                .as(people.anyone())
                .header("Accept-Language", "de")
                .send();

        assertThat(error(answer).at("/message").asString()).isEqualTo("muss ein Datum wie 1994-05-17 sein");
    }

    @Test
    void booleanAndTimestampAreExplained() {
        var admin = people.admin();

        assertThat(error(http.patch("/admin/users/" + admin.id(), "{\"isOrganizer\": \"yes\"}")
                                .as(admin)
                                .send())
                        .at("/message")
                        .asString())
                .isEqualTo("must be true or false");
        assertThat(error(http.post("/admin/api-keys", """
                                {"name": "Feed", "scopes": ["catalog:write"], "expiresAt": "tomorrow"}""").as(admin).send())
                        .at("/message")
                        .asString())
                .isEqualTo("must be a timestamp such as 2026-05-17T09:30:00Z");
    }

    @Test
    void entryContainsTheAllowedValues() {
        var admin = people.admin();

        var error = error(http.patch("/admin/users/" + people.anyone().id(), "{\"role\": \"OWNER\"}")
                .as(admin)
                .send());

        assertThat(error.at("/allowed").valueStream().map(JsonNode::asString)).containsExactly("PARTICIPANT", "ADMIN");
        assertThat(error.has("min")).isFalse();
    }

    @Test
    void entryContainsTheBounds() {
        var person = people.anyone();

        assertThat(bounds(http.get("/favorites?limit=0").as(person).send())).isEqualTo("1..100");
        assertThat(bounds(http.patch("/me", "{\"firstName\": \"%s\"}".formatted("x".repeat(101)))
                        .as(person)
                        .send()))
                .isEqualTo("..100");
        assertThat(bounds(http.post("/auth/register", """
                                {"email": "%s", "password": "short", "firstName": "Mia", "lastName": "Lindqvist"}""".formatted(People.anyEmail()))
                        .send()))
                .isEqualTo("12..128");
    }

    /** The body is converted again for each error, so the number of reported errors is limited. */
    @Test
    void manyErrorsAreLimited() {
        var ids = String.join(
                ",", IntStream.range(0, 500).mapToObj(index -> "\"x\"").toList());

        var answer = http.post("/favorites/import", "{\"activityIds\": [" + ids + "]}")
                .as(people.anyone())
                .send()
                .expectProblem(400, "validation-failed");

        assertThat(answer.json().at("/errors")).hasSize(20);
    }

    private static String bounds(Answer answer) {
        var error = error(answer);
        return error.path("min").asString("") + ".." + error.path("max").asString("");
    }

    private static JsonNode error(Answer answer) {
        answer.expectProblem(400, "validation-failed");
        assertThat(answer.json().at("/errors")).hasSize(1);
        return answer.json().at("/errors/0");
    }
}
