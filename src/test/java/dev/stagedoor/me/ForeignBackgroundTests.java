package dev.stagedoor.me;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Values that another system writes to the profile columns without validation do not break any call. */
@StagedoorTest
class ForeignBackgroundTests {

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
                "languages | [{\"language\": \"Kotlin\", \"level\": \"Expert\", \"since\": 2016}]",
                "languages | [{\"language\": \"Kotlin\", \"level\": 3}]",
                "languages | [{\"language\": \"Kotlin\"}]",
                "languages | [{\"level\": \"Expert\"}]",
                "languages | [{}]",
                "languages | [null]",
                "frameworks | [1, null, true, [\"nested\"]]",
                "devices | [1, null]",
                "architecture_familiarity | [[]]",
                "languages | [{\"language\": \"Kotlin\", \"level\": \"Guru\"}]",
                "languages | [\"Kotlin\"]",
                "languages | [5]"
            })
    void unvalidatedValueBreaksNoCall(String column, String value) {
        Rows.write(jdbc, person, column, value);

        var read = http.get("/me/background").as(person).send().expect(200).json();
        assertThat(read.propertyNames())
                .containsExactlyInAnyOrder(
                        "languages", "frameworks", "devices", "architectureFamiliarity", "experienceYears");
        assertThat(read.get("languages").isArray()).isTrue();
        assertThat(read.get("frameworks").isArray()).isTrue();
        http.get("/me").as(person).send().expect(200);
        http.patch("/me", "{\"currency\": \"SEK\"}").as(person).send().expect(200);
        http.patch("/me/notification-preferences", "{\"emailEnabled\": true}")
                .as(person)
                .send()
                .expect(200);
        http.put("/me/background", "{\"frameworks\": [\"Spring\"]}")
                .as(person)
                .send()
                .expect(200);
        assertThat(http.get("/me/background").as(person).send().expect(200).text("/frameworks/0"))
                .isEqualTo("Spring");
    }
}
