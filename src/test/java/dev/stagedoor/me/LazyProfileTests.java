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

/** An account that another system created gets its profile row on the first call. */
@StagedoorTest
class LazyProfileTests {

    enum Call {
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

        Call(String method, String path, String body) {
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
    void createUserWithoutProfile() {
        person = people.anyone();
        Rows.dropProfile(jdbc, person);
    }

    @ParameterizedTest
    @EnumSource
    void firstCallCreatesOneRow(Call call) {
        call(call).expect(200);

        assertThat(Rows.profiles(jdbc, person)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void concurrentFirstCallsCreateOneRow(Call call) {
        var statuses = Together.run(16, each -> call(call).status());

        assertThat(statuses).containsOnly(200);
        assertThat(Rows.profiles(jdbc, person)).isEqualTo(1);
    }

    @Test
    void differentConcurrentFirstCallsCreateOneRowWithAllChanges() {
        var calls = Call.values();

        var statuses = Together.run(
                2 * calls.length, each -> call(calls[each % calls.length]).status());

        assertThat(statuses).containsOnly(200);
        assertThat(Rows.profiles(jdbc, person)).isEqualTo(1);
        assertThat(call(Call.READ_ME).text("/firstName")).isEqualTo("Åsa");
        assertThat(call(Call.READ_ME).text("/language")).isEqualTo("sv");
        assertThat(call(Call.READ_PREFERENCES).text("/emailEnabled")).isEqualTo("true");
        assertThat(call(Call.READ_BACKGROUND).text("/frameworks/0")).isEqualTo("Spring");
    }

    @Test
    void newRowHasTheDocumentedDefaults() {
        var me = call(Call.READ_ME).expect(200);
        var preferences = call(Call.READ_PREFERENCES).expect(200).json();
        var background = call(Call.READ_BACKGROUND).expect(200).json();

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
    void laterCallsKeepTheRow() {
        var profile = call(Call.READ_ME).expect(200).text("/profileId");

        call(Call.CHANGE_BOTH).expect(200);
        call(Call.REPLACE_BACKGROUND).expect(200);

        assertThat(call(Call.READ_ME).text("/profileId")).isEqualTo(profile);
    }

    @Test
    void signInCreatesTheRow() {
        people.signIn(person);

        assertThat(Rows.profiles(jdbc, person)).isEqualTo(1);
    }

    @Test
    void rejectedUpdateCreatesNoRow() {
        http.patch("/me", "{\"currency\": \"eur\"}").as(person).send().expectFaults("currency:malformed");

        assertThat(Rows.profiles(jdbc, person)).isZero();
    }

    private Answer call(Call call) {
        return http.call(call.method, call.path, BodyPublishers.ofString(call.body))
                .header("Content-Type", "application/json")
                .as(person)
                .send();
    }
}
