package dev.stagedoor.me;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Together;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sixteen concurrent updates of one user. */
@StagedoorTest
class ConcurrentMeTests {

    private static final int WRITERS = 16;
    private static final List<String> FLAGS = List.of("notificationsEnabled", "pushEnabled", "emailEnabled");

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void concurrentSettingsUpdatesAreMerged() {
        var person = people.anyone();

        var statuses = Together.run(
                WRITERS,
                each -> http.patch("/me", "{\"settings\": {\"key%s\": {\"value\": %<d}}}".formatted(each))
                        .as(person)
                        .send()
                        .status());

        assertThat(statuses).containsOnly(200);
        var settings = http.get("/me").as(person).send().json().at("/settings");
        assertThat(settings).hasSize(WRITERS);
        assertThat(IntStream.range(0, WRITERS))
                .allMatch(each -> settings.at("/key" + each + "/value").asInt() == each);
    }

    @Test
    void concurrentFieldUpdatesAreAllStored() {
        var person = people.anyone();
        var changes = List.of(
                "{\"firstName\": \"Åsa\"}",
                "{\"lastName\": \"Berg\"}",
                "{\"phone\": \"+4915120000201\"}",
                "{\"language\": \"sv\"}",
                "{\"birthDate\": \"1994-05-17\"}",
                "{\"timezone\": \"Europe/Stockholm\"}",
                "{\"currency\": \"SEK\"}",
                "{\"settings\": {\"a\": 1}}");

        var statuses = Together.run(
                WRITERS,
                each -> http.patch("/me", changes.get(each % changes.size()))
                        .as(person)
                        .send()
                        .status());

        assertThat(statuses).containsOnly(200);
        var me = http.get("/me").as(person).send();
        assertThat(List.of(me.text("/firstName"), me.text("/lastName"), me.text("/phone"), me.text("/language")))
                .containsExactly("Åsa", "Berg", "+4915120000201", "sv");
        assertThat(List.of(me.text("/birthDate"), me.text("/timezone"), me.text("/currency"), me.text("/settings/a")))
                .containsExactly("1994-05-17", "Europe/Stockholm", "SEK", "1");
    }

    @Test
    void concurrentFlagUpdatesAreAllStored() {
        var person = people.anyone();

        for (var value : List.of(false, true, false)) {
            var statuses = Together.run(
                    WRITERS,
                    each -> http.patch(
                                    "/me/notification-preferences",
                                    "{\"%s\": %s}".formatted(FLAGS.get(each % FLAGS.size()), value))
                            .as(person)
                            .send()
                            .status());

            assertThat(statuses).containsOnly(200);
            var preferences =
                    http.get("/me/notification-preferences").as(person).send().json();
            assertThat(FLAGS).allMatch(flag -> preferences.get(flag).asBoolean() == value);
        }
    }

    @Test
    void concurrentUpdatesOfDifferentResourcesAreAllStored() {
        var person = people.anyone();

        var statuses =
                Together.run(WRITERS, each -> change(each).as(person).send().status());

        assertThat(statuses).containsOnly(200);
        var me = http.get("/me").as(person).send();
        assertThat(me.text("/firstName") + me.text("/currency")).isEqualTo("ÅsaSEK");
        assertThat(me.json().at("/settings")).hasSize(4);
        assertThat(http.get("/me/notification-preferences")
                        .as(person)
                        .send()
                        .json()
                        .at("/emailEnabled")
                        .asBoolean())
                .isTrue();
        assertThat(http.get("/me/background").as(person).send().text("/frameworks/0"))
                .isEqualTo("Spring");
    }

    @Test
    void onePhoneIsAssignedToOneOfManyUsers() {
        var crowd =
                IntStream.range(0, WRITERS).mapToObj(each -> people.anyone()).toList();

        var statuses = Together.run(
                WRITERS,
                each -> http.patch("/me", "{\"phone\": \"+4915120000202\"}")
                        .as(crowd.get(each))
                        .send()
                        .status());

        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(jdbc.sql("SELECT count(*) FROM users.users WHERE phone = '+4915120000202'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private Http.Call change(int each) {
        return switch (each % 4) {
            case 0 -> http.patch("/me", "{\"firstName\": \"Åsa\", \"currency\": \"SEK\"}");
            case 1 -> http.patch("/me", "{\"settings\": {\"key%s\": 1}}".formatted(each));
            case 2 -> http.patch("/me/notification-preferences", "{\"emailEnabled\": true}");
            default -> http.put("/me/background", "{\"frameworks\": [\"Spring\"]}");
        };
    }
}
