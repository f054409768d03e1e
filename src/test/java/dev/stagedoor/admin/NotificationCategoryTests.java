package dev.stagedoor.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Together;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class NotificationCategoryTests {

    private static final String PATH = "/admin/notification-categories";
    private static final String BODY = """
            {"name": {"en": "News", "de": "Neues"}, "description": {"en": "All news.", "de": "Alle Neuigkeiten."},
             "mandatory": false, "defaults": {"push": true, "email": false}, "position": 50}""";

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private final String key = "news-" + UUID.randomUUID();
    private Person admin;

    @BeforeEach
    void createAdmin() {
        admin = people.admin();
    }

    /** Other tests read the list of all categories. */
    @AfterEach
    void deleteCategory() {
        http.delete(PATH + "/" + key).as(admin).send().expect(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"News", "1news", "-news", "news_1", "n.ews", "nëws", "ne%20ws"})
    void malformedKeyReturns400(String malformed) {
        var before = rows();

        http.put(PATH + "/" + malformed, BODY).as(admin).send().expectFaults("key:malformed");

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void keyOf51CharactersReturns400() {
        http.put(PATH + "/" + "a".repeat(51), BODY).as(admin).send().expectFaults("key:malformed");
        http.put(PATH + "/" + "a".repeat(50), BODY).as(admin).send().expect(201);
        http.delete(PATH + "/" + "a".repeat(50)).as(admin).send().expect(204);
    }

    @Test
    void emptyBodyReturnsAllMissingFields() {
        put("{}")
                .expectFaults(
                        "name:required",
                        "description:required",
                        "mandatory:required",
                        "defaults:required",
                        "position:required");
        assertThat(events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "en": "News"              | "en": null               | name.en:required
            "de": "Neues"             | "de": " "                | name.de:required
            , "de": "Neues"           |                          | name.de:required
            "en": "News"              | "en": "News\\nand more"  | name.en:malformed
            "en": "News"              | "en": "News", "fr": "x"  | name.fr:unknown
            "en": "All news."         | "en": 5                  | description.en:malformed
            "mandatory": false        | "mandatory": "false"     | mandatory:malformed
            "mandatory": false        | "mandatory": null        | mandatory:required
            "push": true              | "push": null             | defaults.push:required
            "email": false            | "sms": false             | defaults.sms:unknown
            "position": 50            | "position": -1           | position:out-of-range
            "position": 50            | "position": 10001        | position:out-of-range
            "position": 50            | "position": 1.5          | position:malformed
            "position": 50            | "position": 50, "key":"x"| key:unknown
            """)
    void invalidFieldReturns400(String valid, String invalid, String fault) {
        var body = BODY.replace(valid, invalid == null ? "" : invalid);
        var missing = fault.equals("defaults.sms:unknown") ? new String[] {fault, "defaults.email:required"} : null;

        put(body).expectFaults(missing == null ? new String[] {fault} : missing);

        assertThat(exists(key)).isFalse();
        assertThat(events()).isEmpty();
    }

    @Test
    void textsHaveAMaximumLength() {
        put(BODY.replace("Neues", "x".repeat(101))).expectFaults("name.de:out-of-range");
        put(BODY.replace("All news.", "x".repeat(501))).expectFaults("description.en:out-of-range");
        put(BODY.replace("Neues", "x".repeat(100)).replace("All news.", "x".repeat(500)))
                .expect(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"security", "bookings"})
    void builtInMandatoryCategoryCannotBeDeletedOrMadeOptional(String builtIn) {
        var before = rows();

        http.delete(PATH + "/" + builtIn).as(admin).send().expectProblem(409, "conflict");
        http.put(PATH + "/" + builtIn, BODY).as(admin).send().expectProblem(409, "conflict");

        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "UNKNOWN"})
    void unknownCategoryReturns404(String unknown) {
        http.get(PATH + "/" + unknown).as(admin).send().expectProblem(404, "not-found");
        http.delete(PATH + "/" + unknown).as(admin).send().expect(204);
    }

    @Test
    void putCreatesThenReplacesACategory() {
        var created = put(BODY).expect(201);
        assertThat(created.text("/key")).isEqualTo(key);
        assertThat(read().body()).isEqualTo(created.body());

        var replaced =
                put(BODY.replace("News", "Latest").replace("50", "10000")).expect(200);
        assertThat(replaced.text("/name/en")).isEqualTo("Latest");
        assertThat(replaced.text("/position")).isEqualTo("10000");
        assertThat(read().body()).isEqualTo(replaced.body());
    }

    @Test
    void listIsOrderedByPosition() {
        put(BODY.replace("50", "25")).expect(201);

        var keys = http.get(PATH).as(admin).send().expect(200).items("key");

        assertThat(keys).containsSubsequence("security", "bookings", key, "favorites", "offers");
    }

    @Test
    void everyChangeIsAudited() {
        put(BODY).expect(201);
        put(BODY).expect(200);
        put(BODY.replace("50", "60")).expect(200);
        http.delete(PATH + "/" + key).as(admin).send().expect(204);
        http.delete(PATH + "/" + key).as(admin).send().expect(204);

        assertThat(events())
                .containsExactly(
                        "NOTIFICATION_CATEGORY_PUT null 50",
                        "NOTIFICATION_CATEGORY_PUT 50 60",
                        "NOTIFICATION_CATEGORY_DELETED 60 null");
    }

    @Test
    void deletionDeletesTheChoicesAndKeepsTheConsents() {
        put(BODY).expect(201);
        var user = people.anyone();
        insertChoice(user);

        http.delete(PATH + "/" + key).as(admin).send().expect(204);

        assertThat(count("notification_choices")).isZero();
        assertThat(count("notification_consents")).isOne();
    }

    @Test
    void choicesAreDeletedIfTheCategoryBecomesMandatory() {
        put(BODY).expect(201);
        insertChoice(people.anyone());

        put(BODY.replace("50", "51")).expect(200);
        assertThat(count("notification_choices")).isOne();
        put(BODY.replace("\"mandatory\": false", "\"mandatory\": true")).expect(200);

        assertThat(count("notification_choices")).isZero();
        assertThat(count("notification_consents")).isOne();
    }

    @Test
    void oneOfManyConcurrentPutsCreatesTheCategory() {
        var statuses = Together.run(8, each -> put(BODY).status());

        assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(events()).hasSize(1);
    }

    private void insertChoice(Person user) {
        jdbc.sql("INSERT INTO users.notification_choices VALUES (?, ?, 'PUSH', false, now())")
                .params(user.id(), key)
                .update();
        jdbc.sql("""
                INSERT INTO users.notification_consents (user_id, category, channel, enabled, source, changed_at)
                VALUES (?, ?, 'PUSH', false, 'APP', now())""").params(user.id(), key).update();
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM users.%s WHERE category = ?".formatted(table))
                .param(key)
                .query(Long.class)
                .single();
    }

    private Answer put(String body) {
        return http.put(PATH + "/" + key, body).as(admin).send();
    }

    private Answer read() {
        return http.get(PATH + "/" + key).as(admin).send().expect(200);
    }

    private boolean exists(String category) {
        return http.get(PATH).as(admin).send().expect(200).items("key").contains(category);
    }

    private String rows() {
        return jdbc.sql(
                        "SELECT jsonb_agg(to_jsonb(c) ORDER BY key) FROM users.notification_categories c WHERE position <= 40")
                .query(String.class)
                .single();
    }

    private List<String> events() {
        return jdbc.sql("""
                SELECT concat(action, ' ', COALESCE(before ->> 'position', 'null'), ' ', COALESCE(after ->> 'position', 'null'))
                FROM audit.audit_events WHERE actor_id = ? AND action LIKE 'NOTIFICATION%' ORDER BY created_at, id""").param(admin.id()).query(String.class).list();
    }
}
