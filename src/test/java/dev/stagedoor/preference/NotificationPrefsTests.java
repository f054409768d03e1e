package dev.stagedoor.preference;

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

@StagedoorTest
class NotificationPrefsTests {

    private static final String PATH = "/me/notification-preferences";

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
    void newAccountHasPushEnabledAndEmailDisabled() {
        var answer = http.get(PATH).as(person).send().expect(200);

        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "notificationsEnabled",
                        "pushEnabled",
                        "emailEnabled",
                        "effective",
                        "categories",
                        "quietHours",
                        "snoozedUntil",
                        "timezone",
                        "updatedAt");
        assertThat(answer.json().at("/effective").propertyNames()).containsExactlyInAnyOrder("push", "email");
        assertThat(answer.text("/updatedAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z");
        expectFlags(answer, true, true, false, true, false);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, true, true, true",
        "true, true, false, true, false",
        "true, false, true, false, true",
        "true, false, false, false, false",
        "false, true, true, false, false",
        "false, true, false, false, false",
        "false, false, true, false, false",
        "false, false, false, false, false"
    })
    void responseContainsTheEffectiveChannels(
            boolean master, boolean push, boolean email, boolean pushEffective, boolean emailEffective) {
        var answer = patch("{\"notificationsEnabled\": %s, \"pushEnabled\": %s, \"emailEnabled\": %s}"
                        .formatted(master, push, email))
                .expect(200);

        expectFlags(answer, master, push, email, pushEffective, emailEffective);
        assertThat(http.get(PATH).as(person).send().body()).isEqualTo(answer.body());
    }

    @Test
    void updateChangesOnlyTheGivenFlag() {
        expectFlags(patch("{\"emailEnabled\": true}").expect(200), true, true, true, true, true);
        expectFlags(patch("{\"pushEnabled\": false}").expect(200), true, false, true, false, true);
        expectFlags(patch("{\"notificationsEnabled\": false}").expect(200), false, false, true, false, false);
        expectFlags(patch("{\"pushEnabled\": true}").expect(200), false, true, true, false, false);
    }

    @Test
    void disablingNotificationsKeepsTheChannelFlags() {
        patch("{\"emailEnabled\": true}").expect(200);

        expectFlags(patch("{\"notificationsEnabled\": false}").expect(200), false, true, true, false, false);
        expectFlags(patch("{\"notificationsEnabled\": true}").expect(200), true, true, true, true, true);
    }

    @Test
    void updateChangesUpdatedAt() {
        var before = Instant.parse(http.get(PATH).as(person).send().text("/updatedAt"));

        assertThat(Instant.parse(patch("{\"emailEnabled\": true}").expect(200).text("/updatedAt")))
                .isAfter(before);
    }

    @Test
    void emptyUpdateChangesNothing() {
        var before = profile();

        var answer = patch("{}").expect(200);

        assertThat(profile()).isEqualTo(before);
        assertThat(answer.body()).isEqualTo(http.get(PATH).as(person).send().body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "null | required",
                "\"true\" | malformed",
                "\"\" | malformed",
                "1 | malformed",
                "0 | malformed",
                "1.0 | malformed",
                "[] | malformed",
                "[true] | malformed",
                "{} | malformed"
            })
    void nonBooleanValueReturns400(String value, String code) {
        for (var flag : new String[] {"notificationsEnabled", "pushEnabled", "emailEnabled"}) {
            expectFaults("{\"" + flag + "\": " + value + "}", flag + ":" + code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pushEnable, true",
        "push_enabled, true",
        "push, true",
        "effective, '{\"push\": true}'",
        "updatedAt, '\"2020-01-01T00:00:00Z\"'",
        "userId, '\"019a1f52-7c1e-7c3a-9d57-0b6a5f1d2e3c\"'",
        "language, '\"sv\"'"
    })
    void unknownFieldReturns400(String field, String value) {
        expectFaults("{\"pushEnabled\": false, \"" + field + "\": " + value + "}", field + ":unknown");
    }

    @Test
    void oneInvalidFlagRejectsTheWholeUpdate() {
        expectFaults("{\"pushEnabled\": false, \"emailEnabled\": null}", "emailEnabled:required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/merge-patch+json"})
    void bothMediaTypesAreAccepted(String type) {
        http.patch(PATH, "{\"pushEnabled\": false}")
                .header("Content-Type", type)
                .as(person)
                .send()
                .expect(200);
    }

    @Test
    void otherMediaTypesReturn415() {
        var before = profile();

        http.patch(PATH, "{\"pushEnabled\": false}")
                .header("Content-Type", "text/plain")
                .as(person)
                .send()
                .expectProblem(415, "unsupported-media-type");

        assertThat(profile()).isEqualTo(before);
    }

    private void expectFaults(String change, String fault) {
        var before = profile();
        patch(change).expectFaults(fault);
        assertThat(profile()).isEqualTo(before);
    }

    private static void expectFlags(
            Answer answer, boolean master, boolean push, boolean email, boolean pushEffective, boolean emailEffective) {
        assertThat(answer.json().at("/notificationsEnabled").booleanValue()).isEqualTo(master);
        assertThat(answer.json().at("/pushEnabled").booleanValue()).isEqualTo(push);
        assertThat(answer.json().at("/emailEnabled").booleanValue()).isEqualTo(email);
        assertThat(answer.json().at("/effective/push").booleanValue()).isEqualTo(pushEffective);
        assertThat(answer.json().at("/effective/email").booleanValue()).isEqualTo(emailEffective);
    }

    private String profile() {
        return jdbc.sql("SELECT to_jsonb(p)::text FROM users.user_profiles p WHERE user_id = ?")
                .param(person.id())
                .query(String.class)
                .single();
    }

    private Answer patch(String change) {
        return http.patch(PATH, change).as(person).send();
    }
}
