package dev.stagedoor.preference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Categories, quiet hours and the snooze. */
@StagedoorTest
class PreferenceUpdateTests {

    private static final String PATH = "/me/notification-preferences";
    private static final String NIGHT = "{\"days\": [\"MONDAY\"], \"from\": \"22:00\", \"to\": \"07:00\"}";

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
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"x": {"email": true}}              | categories.x:unknown
            {"x": null}                         | categories.x:unknown
            {"": {}}                            | categories.:unknown
            {"Offers": {}}                      | categories.Offers:unknown
            {"security": {"email": false}}      | categories.security.email:mandatory
            {"security": {"email": true}}       | categories.security.email:mandatory
            {"bookings": {"push": false}}       | categories.bookings.push:mandatory
            {"offers": {"sms": true}}           | categories.offers.sms:unknown
            {"offers": {"email": "true"}}       | categories.offers.email:malformed
            {"offers": {"email": 1}}            | categories.offers.email:malformed
            {"offers": true}                    | categories.offers:malformed
            {"offers": []}                      | categories.offers:malformed
            []                                  | categories:malformed
            "offers"                            | categories:malformed
            """)
    void invalidCategoriesReturn400(String categories, String fault) {
        expectFaults("{\"pushEnabled\": false, \"categories\": %s}".formatted(categories), fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"days": ["MONDAY"], "from": "22:00"}                                 | quietHours.windows[0].to:required
            {"days": ["MONDAY"], "to": "22:00"}                                   | quietHours.windows[0].from:required
            {"from": "22:00", "to": "07:00"}                                      | quietHours.windows[0].days:required
            {"days": [], "from": "22:00", "to": "07:00"}                          | quietHours.windows[0].days:required
            {"days": null, "from": "22:00", "to": "07:00"}                        | quietHours.windows[0].days:required
            {"days": [null], "from": "22:00", "to": "07:00"}                      | quietHours.windows[0].days[0]:required
            {"days": ["monday"], "from": "22:00", "to": "07:00"}                  | quietHours.windows[0].days[0]:malformed
            {"days": [1], "from": "22:00", "to": "07:00"}                         | quietHours.windows[0].days[0]:malformed
            {"days": "MONDAY", "from": "22:00", "to": "07:00"}                    | quietHours.windows[0].days:malformed
            {"days": ["MONDAY", "MONDAY"], "from": "22:00", "to": "07:00"}        | quietHours.windows[0].days:duplicate
            {"days": ["MONDAY"], "from": "22:00", "to": "22:00"}                  | quietHours.windows[0].from:empty-window
            {"days": ["MONDAY"], "from": "24:00", "to": "07:00"}                  | quietHours.windows[0].from:malformed
            {"days": ["MONDAY"], "from": "22:60", "to": "07:00"}                  | quietHours.windows[0].from:malformed
            {"days": ["MONDAY"], "from": "22:00:00", "to": "07:00"}               | quietHours.windows[0].from:malformed
            {"days": ["MONDAY"], "from": "7:00", "to": "08:00"}                   | quietHours.windows[0].from:malformed
            {"days": ["MONDAY"], "from": [22, 0], "to": "07:00"}                  | quietHours.windows[0].from:malformed
            {"days": ["MONDAY"], "from": 1320, "to": "07:00"}                     | quietHours.windows[0].from:malformed
            {"days": ["MONDAY"], "from": "22:00", "to": "07:00", "zone": "UTC"}   | quietHours.windows[0].zone:unknown
            null                                                                  | quietHours.windows[0]:required
            "night"                                                               | quietHours.windows[0]:malformed
            """)
    void invalidWindowReturns400(String window, String fault) {
        expectFaults("{\"pushEnabled\": false, \"quietHours\": {\"windows\": [%s]}}".formatted(window), fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            []                   | quietHours:malformed
            "22:00"              | quietHours:malformed
            {"windows": {}}      | quietHours.windows:malformed
            {"days": []}         | quietHours.days:unknown
            """)
    void invalidQuietHoursReturn400(String quietHours, String fault) {
        expectFaults("{\"quietHours\": %s}".formatted(quietHours), fault);
    }

    @Test
    void fifteenWindowsReturn400() {
        var windows = Collections.nCopies(15, NIGHT);

        expectFaults(quietHours(windows), "quietHours.windows:out-of-range");
        patch(quietHours(windows.subList(0, 14))).expect(200);
    }

    @Test
    void windowsThatCoverTheWeekReturn400() {
        var days = "[\"MONDAY\", \"TUESDAY\", \"WEDNESDAY\", \"THURSDAY\", \"FRIDAY\", \"SATURDAY\", \"SUNDAY\"]";
        var first = "{\"days\": %s, \"from\": \"00:00\", \"to\": \"12:00\"}".formatted(days);
        var second = "{\"days\": %s, \"from\": \"12:00\", \"to\": \"%s\"}";

        expectFaults(quietHours(List.of(first, second.formatted(days, "00:00"))), "quietHours.windows:covers-the-week");
        patch(quietHours(List.of(first, second.formatted(days, "23:59")))).expect(200);
    }

    @Test
    void snoozeOutsideTheNext30DaysReturns400() {
        for (var offset : List.of(Duration.ofMinutes(-1), Duration.ofDays(30).plusMinutes(1), Duration.ofDays(4000))) {
            expectFaults(snooze(Instant.now().plus(offset)), "snoozedUntil:out-of-range");
        }
        expectFaults("{\"snoozedUntil\": \"tomorrow\"}", "snoozedUntil:malformed");
        expectFaults("{\"snoozedUntil\": 5}", "snoozedUntil:malformed");
        patch(snooze(Instant.now().plus(Duration.ofDays(30)).minusSeconds(60))).expect(200);
    }

    @Test
    void allErrorsOfABodyAreReturned() {
        expectFaults(
                """
                {"emailEnabled": null, "pushEnable": true, "categories": {"x": {}, "security": {"push": true}},
                 "quietHours": {"windows": [{"days": ["FUNDAY"], "from": "25:00", "to": "07:00"}, {}]},
                 "snoozedUntil": "2020-01-01T00:00:00Z", "timezone": "UTC"}""",
                "emailEnabled:required",
                "pushEnable:unknown",
                "categories.x:unknown",
                "categories.security.push:mandatory",
                "quietHours.windows[0].days[0]:malformed",
                "quietHours.windows[0].from:malformed",
                "quietHours.windows[1].days:required",
                "quietHours.windows[1].from:required",
                "quietHours.windows[1].to:required",
                "snoozedUntil:out-of-range",
                "timezone:unknown");
    }

    @Test
    void manyUnknownCategoriesReturnABoundedResponse() {
        var categories =
                IntStream.range(0, 2000).mapToObj("\"x%s\": {}"::formatted).toList();

        assertThat(patch("{\"categories\": {%s}}".formatted(String.join(",", categories)))
                        .expectProblem(400, "validation-failed")
                        .json()
                        .at("/errors")
                        .size())
                .isEqualTo(20);
    }

    @Test
    void newAccountHasTheDefaultsOfTheCategories() {
        var preferences = read();

        assertThat(categories(preferences))
                .containsSubsequence(
                        "security true true true",
                        "bookings true true true",
                        "favorites false true true",
                        "offers false false false");
        assertThat(preferences.json().at("/quietHours").isNull()).isTrue();
        assertThat(preferences.json().at("/snoozedUntil").isNull()).isTrue();
        assertThat(preferences.text("/timezone")).isEqualTo("UTC");
    }

    @Test
    void choicesAreSetAndReset() {
        patch("{\"categories\": {\"offers\": {\"email\": true}, \"favorites\": {\"push\": false}}}");
        assertThat(categories(read())).contains("favorites false false true", "offers false false true");

        patch("{\"categories\": {\"offers\": {\"push\": true}}}");
        assertThat(categories(read())).contains("offers false true true");

        patch("{\"categories\": {\"offers\": {\"email\": null}}}");
        assertThat(categories(read())).contains("favorites false false true", "offers false true false");

        patch("{\"categories\": {\"offers\": null}}");
        assertThat(categories(read())).contains("favorites false false true", "offers false false false");

        patch("{\"categories\": null}");
        assertThat(categories(read())).contains("favorites false true true", "offers false false false");
        assertThat(rows("notification_choices")).isZero();
    }

    @Test
    void resetOfAMandatoryCategoryChangesNothing() {
        var before = read();

        patch("{\"categories\": {\"security\": null, \"bookings\": {\"email\": null}}}")
                .expect(200);

        assertThat(read().body()).isEqualTo(before.body());
    }

    @Test
    void quietHoursAreReplacedAndRemoved() {
        var weekend = "{\"days\": [\"SATURDAY\", \"SUNDAY\"], \"from\": \"00:00\", \"to\": \"10:30\"}";

        var changed = patch(quietHours(List.of(NIGHT, weekend))).expect(200);
        assertThat(changed.json().at("/quietHours/windows/1/days/0").asString()).isEqualTo("SATURDAY");
        assertThat(changed.text("/quietHours/windows/1/to")).isEqualTo("10:30");
        assertThat(read().body()).isEqualTo(changed.body());

        assertThat(patch("{\"quietHours\": {}}").body()).isEqualTo(changed.body());
        assertThat(patch(quietHours(List.of(NIGHT)))
                        .json()
                        .at("/quietHours/windows")
                        .size())
                .isOne();
        for (var empty : List.of("null", "{\"windows\": []}", "{\"windows\": null}")) {
            patch(quietHours(List.of(NIGHT))).expect(200);
            assertThat(patch("{\"quietHours\": %s}".formatted(empty))
                            .json()
                            .at("/quietHours")
                            .isNull())
                    .isTrue();
            assertThat(profile("quiet_hours IS NULL")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"windows\": 5}", "{\"windows\": [{\"days\": [\"MONDAY\"]}]}", "{\"from\": \"22:00\"}"})
    void quietHoursOfAnUnknownFormAreIgnoredAndKept(String stored) {
        jdbc.sql("UPDATE users.user_profiles SET quiet_hours = CAST(? AS jsonb) WHERE user_id = ?")
                .params(stored, person.id())
                .update();

        assertThat(read().json().at("/quietHours").isNull()).isTrue();
        patch(snooze(Instant.now().plusSeconds(3600))).expect(200);
        assertThat(profile("quiet_hours IS NOT NULL")).isTrue();
    }

    @Test
    void snoozeIsSetAndEnded() {
        var until = Instant.parse("2100-01-01T00:00:00Z");
        var soon = Instant.now().plusSeconds(3600);

        assertThat(Instant.parse(patch(snooze(soon)).expect(200).text("/snoozedUntil")))
                .isBetween(soon.minusMillis(1), soon);
        assertThat(patch("{\"snoozedUntil\": null}").json().at("/snoozedUntil").isNull())
                .isTrue();
        expectFaults(snooze(until), "snoozedUntil:out-of-range");
    }

    @Test
    void pastSnoozeIsReturnedAsNull() {
        jdbc.sql("UPDATE users.user_profiles SET snoozed_until = now() - interval '1 minute' WHERE user_id = ?")
                .param(person.id())
                .update();
        var before = read();

        assertThat(before.json().at("/snoozedUntil").isNull()).isTrue();
        assertThat(patch("{\"snoozedUntil\": null}").body()).isEqualTo(before.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"pushEnabled\": true}",
                "{\"notificationsEnabled\": true, \"pushEnabled\": true, \"emailEnabled\": false}",
                "{\"categories\": {}}",
                "{\"categories\": null}",
                "{\"categories\": {\"offers\": {\"email\": false}, \"favorites\": {\"push\": true}}}",
                "{\"categories\": {\"offers\": null}}",
                "{\"quietHours\": null, \"snoozedUntil\": null}",
                "{\"quietHours\": {\"windows\": []}}"
            })
    void updateThatChangesNothingKeepsTheTag(String change) {
        var before = read();
        var me = http.get("/me").as(person).send();

        var answer = patch(change).expect(200);

        assertThat(answer.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(http.get("/me").as(person).send().header("ETag")).isEqualTo(me.header("ETag"));
        assertThat(rows("notification_consents")).isZero();
    }

    @Test
    void everyFieldChangesUpdatedAt() {
        for (var change : List.of(
                "{\"categories\": {\"offers\": {\"email\": true}}}",
                quietHours(List.of(NIGHT)),
                snooze(Instant.now().plusSeconds(3600)),
                "{\"emailEnabled\": true}",
                "{\"categories\": null, \"emailEnabled\": false}")) {
            var before = read();
            var after = patch(change).expect(200);
            assertThat(after.text("/updatedAt")).isGreaterThan(before.text("/updatedAt"));
            assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
        }
    }

    @Test
    void explicitChoiceRemainsWhenTheDefaultChanges() {
        patch("{\"categories\": {\"offers\": {\"email\": false}}}").expect(200);

        assertThat(rows("notification_choices")).isOne();
    }

    @Test
    void namesFollowTheProfileThenTheRequest() {
        assertThat(name("sv, de")).isEqualTo("Angebote");
        assertThat(name("sv")).isEqualTo("Offers");
        http.patch("/me", "{\"language\": \"sv\"}").as(person).send().expect(200);
        assertThat(name("de")).isEqualTo("Angebote");
        http.patch("/me", "{\"language\": \"de-AT\"}").as(person).send().expect(200);
        assertThat(name("en")).isEqualTo("Angebote");
        http.patch("/me", "{\"language\": \"en-GB\"}").as(person).send().expect(200);
        assertThat(name("de")).isEqualTo("Offers");
    }

    @Test
    void tagDiffersByLanguage() {
        var english = read("en");
        var german = read("de");

        assertThat(english.header("ETag")).isNotEqualTo(german.header("ETag"));
        assertThat(english.response().headers().allValues("Vary")).contains("Accept-Language");
        http.get(PATH)
                .header("If-None-Match", english.header("ETag"))
                .header("Accept-Language", "en")
                .as(person)
                .send()
                .expect(304);
        http.patch(PATH, "{\"categories\": {\"offers\": {\"email\": true}}}")
                .header("If-Match", english.header("ETag"))
                .header("Accept-Language", "en")
                .as(person)
                .send()
                .expect(200);
    }

    @Test
    void timezoneIsThatOfTheProfile() {
        http.patch("/me", "{\"timezone\": \"Europe/Berlin\"}").as(person).send().expect(200);

        assertThat(read().text("/timezone")).isEqualTo("Europe/Berlin");
    }

    @Test
    void concurrentUpdatesOfDifferentFieldsKeepAllChanges() {
        var updates = List.of(
                "{\"pushEnabled\": false}",
                "{\"emailEnabled\": true}",
                "{\"categories\": {\"offers\": {\"email\": true}}}",
                "{\"categories\": {\"offers\": {\"push\": true}}}",
                "{\"categories\": {\"favorites\": {\"push\": false}}}",
                quietHours(List.of(NIGHT)),
                snooze(Instant.now().plusSeconds(3600)));

        var statuses =
                Together.run(updates.size(), index -> patch(updates.get(index)).status());

        assertThat(statuses).containsOnly(200);
        var preferences = read();
        assertThat(preferences.text("/pushEnabled") + preferences.text("/emailEnabled"))
                .isEqualTo("falsetrue");
        assertThat(categories(preferences)).contains("favorites false false true", "offers false true true");
        assertThat(preferences.json().at("/quietHours").isNull()).isFalse();
        assertThat(preferences.json().at("/snoozedUntil").isNull()).isFalse();
        assertThat(rows("notification_consents")).isEqualTo(5);
    }

    private static String quietHours(List<String> windows) {
        return "{\"quietHours\": {\"windows\": [%s]}}".formatted(String.join(", ", windows));
    }

    private static String snooze(Instant until) {
        return "{\"snoozedUntil\": \"%s\"}".formatted(until);
    }

    private void expectFaults(String change, String... faults) {
        var before = state();
        patch(change).expectFaults(faults);
        assertThat(state()).isEqualTo(before);
    }

    private String state() {
        return jdbc.sql("SELECT to_jsonb(p)::text FROM users.user_profiles p WHERE user_id = ?")
                        .param(person.id())
                        .query(String.class)
                        .single()
                + rows("notification_choices")
                + rows("notification_consents");
    }

    private long rows(String table) {
        return jdbc.sql("SELECT count(*) FROM users.%s WHERE user_id = ?".formatted(table))
                .param(person.id())
                .query(Long.class)
                .single();
    }

    private boolean profile(String condition) {
        return jdbc.sql("SELECT %s FROM users.user_profiles WHERE user_id = ?".formatted(condition))
                .param(person.id())
                .query(Boolean.class)
                .single();
    }

    private static List<String> categories(Answer preferences) {
        return preferences
                .json()
                .at("/categories")
                .valueStream()
                .map(each -> Stream.of("key", "mandatory", "push", "email")
                        .map(field -> each.get(field).asString())
                        .reduce((first, second) -> first + " " + second)
                        .orElseThrow())
                .toList();
    }

    private String name(String language) {
        return read(language)
                .json()
                .at("/categories")
                .valueStream()
                .filter(each -> each.get("key").asString().equals("offers"))
                .map(each -> each.get("name").asString())
                .findFirst()
                .orElseThrow();
    }

    private Answer read() {
        return http.get(PATH).as(person).send().expect(200);
    }

    private Answer read(String language) {
        return http.get(PATH)
                .header("Accept-Language", language)
                .as(person)
                .send()
                .expect(200);
    }

    private Answer patch(String change) {
        return http.patch(PATH, change).as(person).send();
    }
}
