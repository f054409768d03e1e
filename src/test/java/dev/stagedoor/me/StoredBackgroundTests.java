package dev.stagedoor.me;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class StoredBackgroundTests {

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

    /** PostgreSQL's jsonb changes the order of fields and the format of numbers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"frameworks\": [{\"years\": 2, \"name\": \"Ktor\", \"a\": 1}]}",
                "{\"devices\": [{\"n\": 1e2}]}"
            })
    void tagOfAWriteEqualsTheTagOfTheNextRead(String background) {
        var written = http.put("/me/background", background).as(person).send().expect(200);
        var read = http.get("/me/background").as(person).send().expect(200);

        assertThat(written.body()).isEqualTo(read.body());
        assertThat(written.header("ETag")).isEqualTo(read.header("ETag"));
        http.put("/me/background", background)
                .header("If-Match", written.header("ETag"))
                .as(person)
                .send()
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\" Expert\"", "\"Expert \""})
    void levelWithSurroundingSpacesReturns400(String level) {
        http.put("/me/background", "{\"languages\": [{\"language\": \"Kotlin\", \"level\": " + level + "}]}")
                .as(person)
                .send()
                .expectFaults("languages[0].level:malformed");
    }
}
