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
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class StoredSettingsTests {

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

    @Test
    void numbersKeepAllDigitsThroughLaterUpdates() {
        patch("{\"exact\": 0.1234567890123456789012345}").expect(200);

        var answer = patch("{\"other\": 1}").expect(200);

        assertThat(answer.body()).contains("0.1234567890123456789012345");
        assertThat(stored()).contains("0.1234567890123456789012345");
    }

    /** Settings of another system that exceed the limits do not prevent updates of other fields. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"n\": 1e308}", "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}}}"})
    void invalidStoredSettingsDoNotPreventOtherUpdates(String settings) {
        Rows.write(jdbc, person, "settings", settings);

        http.patch("/me", "{\"currency\": \"SEK\"}").as(person).send().expect(200);
    }

    private String stored() {
        return jdbc.sql("SELECT settings::text FROM users.user_profiles WHERE user_id = ?")
                .param(person.id())
                .query(String.class)
                .single();
    }

    private Answer patch(String settings) {
        return http.patch("/me", "{\"settings\": " + settings + "}").as(person).send();
    }
}
