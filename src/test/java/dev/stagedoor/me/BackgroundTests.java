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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@StagedoorTest
class BackgroundTests {

    private static final String PATH = "/me/background";
    private static final String FULL = """
            {"languages": [{"language": "Kotlin", "level": "Expert"}, {"language": "C++", "level": "Beginner"}],
             "frameworks": ["Spring", {"name": "Quarkus", "years": 2.5, "tags": ["a", null, {}]}],
             "devices": ["phone", {"os": "GrapheneOS"}],
             "architectureFamiliarity": ["microservices", {}],
             "experienceYears": "3-5"}""";

    @Autowired
    Http http;

    @Autowired
    People people;

    private Person person;

    @BeforeEach
    void createUser() {
        person = people.anyone();
    }

    @Test
    void newAccountHasAnEmptyBackground() {
        var answer = http.get(PATH).as(person).send().expect(200);

        assertThat(answer.json()).isEqualTo(JsonMapper.shared().readTree("""
                {"languages": [], "frameworks": [], "devices": null, "architectureFamiliarity": null,
                 "experienceYears": null}"""));
    }

    @Test
    void backgroundIsStoredUnchanged() {
        var answer = put(FULL).expect(200);

        assertThat(answer.json()).isEqualTo(JsonMapper.shared().readTree(FULL));
        assertThat(http.get(PATH).as(person).send().expect(200).json()).isEqualTo(answer.json());
    }

    @Test
    void deleteResetsAllFields() {
        var empty = http.get(PATH).as(person).send().body();
        put(FULL).expect(200);

        http.delete(PATH).as(person).send().expect(204);
        http.delete(PATH).as(person).send().expect(204);

        assertThat(http.get(PATH).as(person).send().body()).isEqualTo(empty);
    }

    @Test
    void deleteWithAnOutdatedTagReturns412() {
        var outdated = http.get(PATH).as(person).send().header("ETag");
        var current = put(FULL).expect(200).header("ETag");

        http.delete(PATH).as(person).header("If-Match", outdated).send().expectProblem(412, "precondition-failed");
        assertThat(http.get(PATH).as(person).send().header("ETag")).isEqualTo(current);

        var deleted =
                http.delete(PATH).as(person).header("If-Match", current).send().expect(204);
        assertThat(deleted.header("ETag")).isEqualTo(outdated);
    }

    @Test
    void putReplacesTheWholeBackground() {
        put(FULL).expect(200);

        var answer = put("{\"frameworks\": [\"Ktor\"]}").expect(200);

        assertThat(answer.json()).isEqualTo(JsonMapper.shared().readTree("""
                {"languages": [], "frameworks": ["Ktor"], "devices": null, "architectureFamiliarity": null,
                 "experienceYears": null}"""));
        assertThat(http.get(PATH).as(person).send().expect(200).body()).isEqualTo(answer.body());
    }

    @Test
    void putDoesNotChangeOtherProfileFields() {
        http.patch("/me", "{\"settings\": {\"a\": 1}, \"currency\": \"SEK\"}")
                .as(person)
                .send()
                .expect(200);

        put(FULL).expect(200);

        var me = http.get("/me").as(person).send().expect(200);
        assertThat(me.text("/currency")).isEqualTo("SEK");
        assertThat(me.text("/settings/a")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Beginner", "Intermediate", "Advanced", "Expert"})
    void documentedLevelsAreAccepted(String level) {
        var answer = put("{\"languages\": [{\"language\": \"Kotlin\", \"level\": \"" + level + "\"}]}")
                .expect(200);

        assertThat(answer.text("/languages/0/level")).isEqualTo(level);
    }

    private Answer put(String background) {
        return http.put(PATH, background).as(person).send();
    }
}
