package dev.stagedoor.sender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.StatementCount;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class SenderTests {

    private static final String DECIDE = "notifications:decide";
    private static final String DELIVER = "notifications:deliver";

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StatementCount statements;

    private Sender sender;
    private Sender courier;
    private Person mia;

    @BeforeEach
    void createKeys() {
        sender = new Sender(http, people, DECIDE);
        courier = new Sender(http, people, DECIDE, DELIVER);
        mia = people.verified();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                                                                           | category:required,channels:required,userIds:required
                    {"category": " ", "channels": [], "userIds": []}                                             | category:required,channels:required,userIds:required
                    {"category": "news", "channels": ["PUSH"], "userIds": ["%1$s"]}                              | category:unknown
                    {"category": "offers", "channels": ["SMS"], "userIds": ["%1$s"]}                             | channels[0]:malformed
                    {"category": "offers", "channels": ["PUSH", "PUSH"], "userIds": ["%1$s"]}                    | channels:duplicate
                    {"category": "offers", "channels": ["PUSH"], "userIds": ["%1$s", "%1$s"]}                    | userIds:duplicate
                    {"category": "offers", "channels": ["PUSH"], "userIds": ["%1$s", "1"]}                       | userIds[1]:malformed
                    {"category": "offers", "channels": ["PUSH"], "userIds": [null]}                              | userIds[0]:required
                    {"category": "offers", "channels": ["PUSH"], "userIds": "%1$s"}                              | userIds:malformed
                    {"category": "offers", "channels": ["PUSH"], "userIds": ["%1$s"], "at": "now"}               | at:malformed
                    {"category": "offers", "channels": ["PUSH"], "userIds": ["%1$s"], "at": "2100-01-01T00:00:00Z"} | at:out-of-range
                    {"category": "offers", "channels": ["PUSH"], "userIds": ["%1$s"], "at": "+1000000000-12-31T23:59:59Z"} | at:out-of-range
                    {"category": "offers", "channels": ["PUSH"], "userIds": ["%1$s"], "at": "-1000000000-01-01T00:00:00Z"} | at:out-of-range
                    {"category": "offers", "channels": ["PUSH"], "userIds": ["%1$s"], "force": true}             | force:unknown
                    """)
    void invalidRequestReturns400(String body, String faults) {
        sender.decide(body.formatted(mia.id())).expectFaults(faults.split(","));
    }

    @Test
    void atMost1000UsersAreAccepted() {
        sender.decide(request(Stream.generate(UUID::randomUUID).limit(1_001).toList()))
                .expectFaults("userIds:out-of-range");

        assertThat(sender.decide(request(
                                Stream.generate(UUID::randomUUID).limit(1_000).toList()))
                        .expect(200)
                        .items("rule"))
                .hasSize(2_000)
                .containsOnly("unknown-user");
    }

    @Test
    void usersAndAdminsAndOtherKeysAreRejected() {
        var body = request(List.of(mia.id()));

        http.post("/notifications/decisions", body).send().expectProblem(401, "unauthorized");
        http.post("/notifications/decisions", body).as(mia).send().expectProblem(403, "forbidden");
        http.post("/notifications/decisions", body).as(people.admin()).send().expectProblem(403, "forbidden");
        new Sender(http, people, DELIVER).decide(body).expectProblem(403, "forbidden");
        new Sender(http, people, "catalog:write").decide(body).expectProblem(403, "forbidden");
        sender.post("/notifications/invalid-push-tokens", "{\"tokens\": [\"a\"]}")
                .expectProblem(403, "forbidden");
    }

    @Test
    void categoriesAreListedInBothLanguages() {
        var answer = sender.get("/notifications/categories").expect(200);

        assertThat(answer.items("key")).containsSubsequence("security", "bookings", "favorites", "offers");
        assertThat(answer.json().at("/items/0").propertyNames())
                .containsExactly("key", "name", "description", "mandatory", "defaults");
        assertThat(answer.text("/items/0/name/en")).isEqualTo("Security");
        assertThat(answer.text("/items/0/name/de")).isEqualTo("Sicherheit");
        http.get("/notifications/categories").as(people.admin()).send().expectProblem(403, "forbidden");
    }

    @Test
    void itemsFollowTheOrderOfTheRequest() {
        var users = Stream.generate(UUID::randomUUID).limit(20).toList();

        var answer = sender.decide("""
                {"category": "offers", "channels": ["EMAIL", "PUSH"], "userIds": [%s]}""".formatted(list(users)));

        assertThat(answer.items("userId"))
                .isEqualTo(users.stream()
                        .flatMap(user -> Stream.of(user.toString(), user.toString()))
                        .toList());
        assertThat(answer.items("channel"))
                .isEqualTo(IntStream.range(0, 40)
                        .mapToObj(each -> each % 2 == 0 ? "EMAIL" : "PUSH")
                        .toList());
        assertThat(Instant.parse(answer.text("/decidedAt")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void unknownDeletedAndSuspendedUsersAreIndistinguishable() {
        var deleted = people.verified();
        http.post("/me/deletion", "{\"password\": \"%s\"}".formatted(deleted.password()))
                .as(deleted)
                .send()
                .expect(200);
        var suspended = people.verified();
        http.patch("/admin/users/" + suspended.id(), "{\"isActive\": false}")
                .as(people.admin())
                .send()
                .expect(200);

        var answer = courier.decide("security", UUID.randomUUID(), deleted.id(), suspended.id());

        assertThat(answer.items("rule")).hasSize(6).containsOnly("unknown-user");
        assertThat(answer.items("decision")).containsOnly("DROP");
        assertThat(answer.json().at("/items").valueStream())
                .allMatch(item -> item.at("/deliverTo").isNull());
    }

    @Test
    void newUserHasTheDefaults() {
        assertThat(rules(mia, "offers")).containsExactly("category-off", "channel-off");
        assertThat(rules(mia, "favorites")).containsExactly("no-destination", "channel-off");
        assertThat(rules(mia, "security")).containsExactly("no-destination", "mandatory");
    }

    @Test
    void everyCommittedChangeIsReflected() {
        register(mia);
        assertThat(rules(mia, "favorites")).containsExactly("allowed", "channel-off");

        preferences(mia, "{\"emailEnabled\": true}");
        assertThat(rules(mia, "favorites")).containsExactly("allowed", "allowed");

        preferences(mia, "{\"notificationsEnabled\": false}");
        assertThat(rules(mia, "favorites")).containsExactly("master-off", "master-off");
        assertThat(rules(mia, "security")).containsExactly("mandatory", "mandatory");

        preferences(mia, "{\"notificationsEnabled\": true}");
        choose(mia, "favorites", "EMAIL", false);
        assertThat(rules(mia, "favorites")).containsExactly("allowed", "category-off");

        choose(mia, "favorites", "EMAIL", true);
        jdbc.sql("UPDATE users.users SET email_verified = false WHERE id = ?")
                .param(mia.id())
                .update();
        assertThat(rules(mia, "favorites")).containsExactly("allowed", "email-unverified");
        assertThat(rules(mia, "security")).containsExactly("mandatory", "mandatory");

        http.post("/auth/logout", "{\"refreshToken\": \"%s\"}".formatted(mia.refreshToken()))
                .send()
                .expect(204);
        assertThat(rules(mia, "favorites")).containsExactly("no-destination", "email-unverified");
    }

    @Test
    void quietHoursAndSnoozeHoldBothChannels() {
        register(mia);
        preferences(mia, "{\"emailEnabled\": true}");
        profile(
                mia,
                "UPDATE users.user_profiles SET timezone = 'Europe/Berlin', quiet_hours = CAST(? AS jsonb) WHERE user_id = ?",
                """
                {"windows": [{"days": ["FRIDAY"], "from": "22:00", "to": "07:00"}]}""");
        var at = "2026-11-27T21:00:00Z";

        var quiet = decideAt(mia, at);
        assertThat(quiet.items("decision")).containsExactly("HOLD", "HOLD");
        assertThat(quiet.items("rule")).containsOnly("quiet-hours");
        assertThat(quiet.items("until")).containsOnly("2026-11-28T06:00:00.000000Z");
        assertThat(decideAt(mia, "2026-11-27T20:59:59.999999Z").items("rule")).containsOnly("allowed");

        profile(
                mia,
                "UPDATE users.user_profiles SET snoozed_until = ? WHERE user_id = ?",
                OffsetDateTime.parse("2026-11-28T05:59:00Z"));
        var snoozed = decideAt(mia, at);
        assertThat(snoozed.items("rule")).containsOnly("snoozed");
        assertThat(snoozed.items("until")).containsOnly("2026-11-28T06:00:00.000000Z");

        profile(mia, "UPDATE users.user_profiles SET timezone = ? WHERE user_id = ?", "UTC");
        assertThat(decideAt(mia, "2026-11-27T21:30:00Z").items("rule")).containsOnly("snoozed");
        assertThat(decideAt(mia, "2026-11-28T07:00:00Z").items("rule")).containsOnly("allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"windows\": 1}",
                "{\"windows\": []}",
                "{\"windows\": [null]}",
                "{\"windows\": [{\"days\": [\"FRIDAY\"]}]}",
                "{\"windows\": [{\"days\": [\"FRIDAY\"], \"from\": \"22:00\", \"to\": \"22:00\"}]}",
                """
                {"windows": [{"days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"],
                              "from": "12:00", "to": "00:00"},
                             {"days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"],
                              "from": "00:00", "to": "12:00"}]}"""
            })
    void storedQuietHoursOfAnInvalidFormAreIgnored(String stored) {
        register(mia);
        profile(mia, "UPDATE users.user_profiles SET quiet_hours = CAST(? AS jsonb) WHERE user_id = ?", stored);

        assertThat(rules(mia, "favorites").get(0)).isEqualTo("allowed");
        assertThat(http.get("/me/notification-preferences")
                        .as(mia)
                        .send()
                        .expect(200)
                        .json()
                        .at("/quietHours")
                        .isNull())
                .isTrue();
    }

    @Test
    void unknownStoredTimeZoneMeansUtc() {
        register(mia);
        profile(
                mia,
                "UPDATE users.user_profiles SET timezone = 'Mars/Olympus', quiet_hours = CAST(? AS jsonb) WHERE user_id = ?",
                """
                {"windows": [{"days": ["FRIDAY"], "from": "22:00", "to": "07:00"}]}""");

        var decided = decideAt(mia, "2026-11-27T23:00:00Z");

        assertThat(decided.items("until").get(0)).isEqualTo("2026-11-28T07:00:00.000000Z");
    }

    @Test
    void destinationsRequireTheirScope() {
        var token = register(mia);
        preferences(mia, "{\"emailEnabled\": true}");

        assertThat(sender.decide("favorites", mia).body()).doesNotContain(token, mia.email());

        var answer = courier.decide("favorites", mia);
        assertThat(answer.json().at("/items/0/deliverTo").propertyNames())
                .containsExactlyInAnyOrder("registrations", "language", "timezone");
        assertThat(answer.text("/items/0/deliverTo/registrations/0/platform")).isEqualTo("ANDROID");
        assertThat(answer.text("/items/0/deliverTo/registrations/0/token")).isEqualTo(token);
        assertThat(answer.json().at("/items/1/deliverTo").propertyNames())
                .containsExactlyInAnyOrder("email", "language", "timezone", "unsubscribe");
        assertThat(answer.text("/items/1/deliverTo/email")).isEqualTo(mia.email());
        assertThat(answer.text("/items/1/deliverTo/timezone")).isEqualTo("UTC");
        var unsubscribe = answer.json().at("/items/1/deliverTo/unsubscribe");
        assertThat(unsubscribe.at("/url").asString()).startsWith("http://localhost:8080/unsubscribe/");
        assertThat(unsubscribe.at("/headers/List-Unsubscribe").asString())
                .isEqualTo("<" + unsubscribe.at("/url").asString() + ">");
        assertThat(unsubscribe.at("/headers/List-Unsubscribe-Post").asString()).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void mandatoryEmailHasNoUnsubscribeLink() {
        var item = courier.decide("security", mia).json().at("/items/1/deliverTo");

        assertThat(item.has("unsubscribe")).isTrue();
        assertThat(item.at("/unsubscribe").isNull()).isTrue();
    }

    @Test
    void droppedNotificationHasNoDestination() {
        assertThat(courier.decide("offers", mia).json().at("/items").valueStream())
                .allMatch(item -> item.at("/deliverTo").isNull());
    }

    @Test
    void invalidTokensAreDeleted() {
        var token = register(mia);
        var other = people.verified();
        register(other);

        courier.post("/notifications/invalid-push-tokens", "{\"tokens\": [\"%s\", \"unknown\"]}".formatted(token))
                .expect(204);

        assertThat(rules(mia, "favorites").get(0)).isEqualTo("no-destination");
        assertThat(rules(other, "favorites").get(0)).isEqualTo("allowed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                            | tokens:required
                    {"tokens": []}                | tokens:required
                    {"tokens": [null]}            | tokens[0]:required
                    {"tokens": ["a", ""]}         | tokens[1]:required
                    {"tokens": ["ä"]}             | tokens[0]:malformed
                    {"tokens": [1]}               | tokens[0]:malformed
                    """)
    void invalidTokenListReturns400(String body, String faults) {
        courier.post("/notifications/invalid-push-tokens", body).expectFaults(faults.split(","));
    }

    @Test
    void aThousandLongTokensAreAccepted() {
        var tokens = IntStream.range(0, 1_000)
                .mapToObj(each -> "\"%s%d\"".formatted("t".repeat(1_000), each))
                .collect(Collectors.joining(","));

        courier.post("/notifications/invalid-push-tokens", "{\"tokens\": [%s]}".formatted(tokens))
                .expect(204);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void decisionsAreOneStatement(int users) {
        var body = request(
                Stream.generate(people::anyone).limit(users).map(Person::id).toList());
        sender.decide(body).expect(200);

        assertThat(statements.during(() -> sender.decide(body).expect(200)))
                .as("the API key and the decisions")
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "channel=PUSH, category:required",
        "category=offers, channel:required",
        "category=news&channel=PUSH, category:unknown",
        "category=offers&channel=PUSH&at=2100-01-01T00:00:00Z, at:out-of-range",
        "category=offers&channel=PUSH&userId=1, userId:unknown"
    })
    void invalidQueryOfAUserReturns400(String query, String fault) {
        var answer = http.get("/me/notification-preferences/decision?" + query)
                .as(mia)
                .send()
                .expect(400);

        assertThat(answer.text("/errors/0/field") + ":" + answer.text("/errors/0/code"))
                .isEqualTo(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel=SMS", "channel=push", "channel=PUSH&at=now", "channel=PUSH&at=2026-11-27"})
    void malformedQueryOfAUserReturns400(String query) {
        http.get("/me/notification-preferences/decision?category=offers&" + query)
                .as(mia)
                .send()
                .expectProblem(400, "malformed-request");
    }

    @Test
    void userAndSenderGetTheSameDecision() {
        preferences(mia, "{\"emailEnabled\": true}");
        for (var category : List.of("security", "favorites", "offers")) {
            var decided = sender.decide(category, mia);
            for (var index : List.of(0, 1)) {
                var own = http.get("/me/notification-preferences/decision?category=%s&channel=%s"
                                .formatted(category, index == 0 ? "PUSH" : "EMAIL"))
                        .as(mia)
                        .send()
                        .expect(200);
                assertThat(own.text("/decision"))
                        .isEqualTo(decided.items("decision").get(index));
                assertThat(own.text("/rule")).isEqualTo(decided.items("rule").get(index));
            }
        }
    }

    private Answer decideAt(Person person, String at) {
        return courier.decide("""
                {"category": "favorites", "channels": ["PUSH", "EMAIL"], "userIds": ["%s"], "at": "%s"}""".formatted(person.id(), at)).expect(200);
    }

    private List<String> rules(Person person, String category) {
        return sender.decide(category, person).items("rule");
    }

    private String register(Person person) {
        var token = "fcm-" + UUID.randomUUID();
        http.put(
                        "/me/push-registrations/" + UUID.randomUUID(),
                        "{\"platform\": \"ANDROID\", \"token\": \"%s\"}".formatted(token))
                .as(person)
                .send()
                .expect(201);
        return token;
    }

    private void preferences(Person person, String body) {
        http.patch("/me/notification-preferences", body).as(person).send().expect(200);
    }

    private void choose(Person person, String category, String channel, boolean enabled) {
        jdbc.sql("""
                INSERT INTO users.notification_choices (user_id, category, channel, enabled, updated_at)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT (user_id, category, channel) DO UPDATE SET enabled = EXCLUDED.enabled""")
                .params(
                        person.id(),
                        category,
                        channel,
                        enabled,
                        Instant.now().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .update();
    }

    private void profile(Person person, String sql, Object value) {
        jdbc.sql(sql).params(value, person.id()).update();
    }

    private static String request(List<UUID> users) {
        return """
                {"category": "offers", "channels": ["PUSH", "EMAIL"], "userIds": [%s]}""".formatted(list(users));
    }

    private static String list(List<UUID> ids) {
        return ids.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
    }
}
