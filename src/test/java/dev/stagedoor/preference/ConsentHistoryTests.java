package dev.stagedoor.preference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class ConsentHistoryTests {

    private static final String PREFERENCES = "/me/notification-preferences";
    private static final String PATH = PREFERENCES + "/history";

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
    @CsvSource({"limit=0, limit:out-of-range", "limit=101, limit:out-of-range", "page=1, page:unknown"})
    void invalidParameterReturns400(String query, String fault) {
        http.get(PATH + "?" + query).as(person).send().expectFaults(fault);
    }

    @Test
    void cursorOfAnotherUserOrListReturns400() {
        patch("{\"pushEnabled\": false, \"emailEnabled\": true}");
        var cursor = page("?limit=1").text("/nextCursor");

        page("?cursor=" + cursor);
        http.get(PATH + "?cursor=" + cursor).as(people.anyone()).send().expectProblem(400, "invalid-cursor");
        http.get("/favorites?cursor=" + cursor).as(person).send().expectProblem(400, "invalid-cursor");
        http.get(PATH + "?cursor=x").as(person).send().expectProblem(400, "invalid-cursor");
    }

    @Test
    void rejectedUpdateIsNotRecorded() {
        patch("{\"pushEnabled\": false, \"emailEnabled\": null}");
        http.patch(PREFERENCES, "{\"pushEnabled\": false}")
                .header("If-Match", "\"stale\"")
                .as(person)
                .send()
                .expect(412);

        assertThat(entries()).isEmpty();
    }

    @Test
    void everyChangedFlagAndChoiceIsRecorded() {
        patch("{\"notificationsEnabled\": false, \"pushEnabled\": true}");
        patch("{\"emailEnabled\": true, \"categories\": {\"offers\": {\"email\": true, \"push\": false}}}");

        assertThat(entries())
                .containsExactlyInAnyOrder("offers EMAIL true APP", "null EMAIL true APP", "null null false APP");
        assertThat(entries().get(2)).isEqualTo("null null false APP");
    }

    @Test
    void resetRecordsTheDefault() {
        patch("{\"categories\": {\"offers\": {\"email\": true}, \"favorites\": {\"email\": true}}}");
        patch("{\"categories\": null}");
        patch("{\"categories\": null}");

        assertThat(entries()).containsExactly("offers EMAIL false APP", "offers EMAIL true APP");
    }

    @Test
    void quietHoursAndSnoozeAreNotRecorded() {
        patch("""
                {"quietHours": {"windows": [{"days": ["MONDAY"], "from": "22:00", "to": "07:00"}]},
                 "snoozedUntil": "%s"}""".formatted(Instant.now().plusSeconds(600)));

        assertThat(entries()).isEmpty();
    }

    @Test
    void requestIdIsStored() {
        for (var body : List.of("{\"pushEnabled\": false}", "{\"pushEnabled\": true, \"categories\": {}}")) {
            http.patch(PREFERENCES, body)
                    .header("X-Request-Id", "from-the-app")
                    .as(person)
                    .send()
                    .expect(200);
        }

        assertThat(jdbc.sql("SELECT request_id FROM users.notification_consents WHERE user_id = ?")
                        .param(person.id())
                        .query(String.class)
                        .list())
                .containsExactly("from-the-app", "from-the-app");
    }

    @Test
    void pagesContainEveryEntryOnceAndNewestFirst() {
        for (var round = 0; round < 5; round++) {
            var enabled = round % 2 == 1;
            patch("{\"pushEnabled\": %s, \"emailEnabled\": %s}".formatted(enabled, !enabled));
        }

        var collected = new ArrayList<String>();
        var query = "?limit=3";
        while (query != null) {
            var page = page(query);
            collected.addAll(page.items("changedAt"));
            var next = page.json().at("/nextCursor");
            query = next.isNull() ? null : "?limit=3&cursor=" + next.asString();
        }

        assertThat(collected).hasSize(10).isSortedAccordingTo((first, second) -> second.compareTo(first));
    }

    @Test
    void exportContainsPreferencesAndHistory() {
        patch("{\"categories\": {\"offers\": {\"email\": true}}}");

        var export = http.post("/me/export", "{\"password\": \"%s\"}".formatted(People.PASSWORD))
                .as(person)
                .send()
                .expect(200);

        assertThat(export.json().at("/notificationPreferences/categories").toString())
                .contains("\"key\":\"offers\"");
        assertThat(export.text("/consents/0/category")).isEqualTo("offers");
    }

    private void patch(String change) {
        http.patch(PREFERENCES, change).as(person).send();
    }

    private Answer page(String query) {
        return http.get(PATH + query).as(person).send().expect(200);
    }

    private List<String> entries() {
        return page("").json()
                .at("/items")
                .valueStream()
                .map(entry -> "%s %s %s %s"
                        .formatted(
                                entry.get("category").asString("null"),
                                entry.get("channel").asString("null"),
                                entry.get("enabled").asString(),
                                entry.get("source").asString()))
                .toList();
    }
}
