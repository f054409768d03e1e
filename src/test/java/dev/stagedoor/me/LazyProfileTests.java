package dev.stagedoor.me;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Together;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever was made by another system gets the profile row at the first call, whichever it is. */
@StagedoorTest
class LazyProfileTests {

    enum Visit {
        READ_ME("GET", "/me", ""),
        CHANGE_NAME("PATCH", "/me", "{\"firstName\": \"Åsa\"}"),
        CHANGE_LANGUAGE("PATCH", "/me", "{\"language\": \"sv\"}"),
        CHANGE_BOTH("PATCH", "/me", "{\"firstName\": \"Åsa\", \"language\": \"sv\"}"),
        CHANGE_NOTHING("PATCH", "/me", "{}"),
        READ_PREFERENCES("GET", "/me/notification-preferences", ""),
        CHANGE_PREFERENCES("PATCH", "/me/notification-preferences", "{\"emailEnabled\": true}"),
        CHANGE_NO_PREFERENCE("PATCH", "/me/notification-preferences", "{}"),
        READ_BACKGROUND("GET", "/me/background", ""),
        REPLACE_BACKGROUND("PUT", "/me/background", "{\"frameworks\": [\"Spring\"]}");

        private final String method;
        private final String path;
        private final String body;

        Visit(String method, String path, String body) {
            this.method = method;
            this.path = path;
            this.body = body;
        }
    }

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private Person person;

    @BeforeEach
    void somebodyOfAnotherSystem() {
        person = people.anyone();
        Rows.dropProfile(jdbc, person);
    }

    @ParameterizedTest
    @EnumSource
    void theFirstVisitMakesOneRow(Visit visit) {
        visit(visit).expect(200);

        assertThat(Rows.profiles(jdbc, person)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void manyFirstVisitsAtOnceMakeOneRow(Visit visit) {
        var statuses = Together.run(16, each -> visit(visit).status());

        assertThat(statuses).containsOnly(200);
        assertThat(Rows.profiles(jdbc, person)).isEqualTo(1);
    }

    @Test
    void manyDifferentFirstVisitsAtOnceMakeOneRowAndLoseNothing() {
        var visits = Visit.values();

        var statuses = Together.run(
                2 * visits.length, each -> visit(visits[each % visits.length]).status());

        assertThat(statuses).containsOnly(200);
        assertThat(Rows.profiles(jdbc, person)).isEqualTo(1);
        assertThat(visit(Visit.READ_ME).text("/firstName")).isEqualTo("Åsa");
        assertThat(visit(Visit.READ_ME).text("/language")).isEqualTo("sv");
        assertThat(visit(Visit.READ_PREFERENCES).text("/emailEnabled")).isEqualTo("true");
        assertThat(visit(Visit.READ_BACKGROUND).text("/frameworks/0")).isEqualTo("Spring");
    }

    @Test
    void theRowHasTheDefaultsOfTheDataModel() {
        var me = visit(Visit.READ_ME).expect(200);
        var preferences = visit(Visit.READ_PREFERENCES).expect(200).json();
        var background = visit(Visit.READ_BACKGROUND).expect(200).json();

        assertThat(me.text("/timezone")).isEqualTo("UTC");
        assertThat(me.text("/currency")).isEqualTo("USD");
        assertThat(me.json().get("language").isNull()).isTrue();
        assertThat(me.json().get("settings").isNull()).isTrue();
        assertThat(preferences.get("notificationsEnabled").asBoolean()).isTrue();
        assertThat(preferences.get("pushEnabled").asBoolean()).isTrue();
        assertThat(preferences.get("emailEnabled").asBoolean()).isFalse();
        assertThat(background.get("languages")).isEmpty();
        assertThat(background.get("devices").isNull()).isTrue();
    }

    @Test
    void theRowStaysTheSameAfterwards() {
        var profile = visit(Visit.READ_ME).expect(200).text("/profileId");

        visit(Visit.CHANGE_BOTH).expect(200);
        visit(Visit.REPLACE_BACKGROUND).expect(200);

        assertThat(visit(Visit.READ_ME).text("/profileId")).isEqualTo(profile);
    }

    @Test
    void signingInMakesItToo() {
        people.signIn(person);

        assertThat(Rows.profiles(jdbc, person)).isEqualTo(1);
    }

    @Test
    void aRefusedChangeMakesNone() {
        http.patch("/me", "{\"currency\": \"eur\"}").as(person).send().expectFaults("currency:malformed");

        assertThat(Rows.profiles(jdbc, person)).isZero();
    }

    private Answer visit(Visit visit) {
        return http.call(visit.method, visit.path, BodyPublishers.ofString(visit.body))
                .header("Content-Type", "application/json")
                .as(person)
                .send();
    }
}
