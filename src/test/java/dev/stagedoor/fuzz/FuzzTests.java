package dev.stagedoor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Contract;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Sends hostile values to every documented operation. Asserts that there are no server errors and no undocumented
 * responses, and that rejected requests change no rows. {@code -Dstagedoor.fuzz.seed} and
 * {@code -Dstagedoor.fuzz.only=<number>} repeat a failed request.
 */
@StagedoorTest
@Tag("fuzz")
class FuzzTests {

    private static final int REQUESTS = Integer.getInteger("stagedoor.fuzz.calls", 50_000);
    private static final long SEED = Long.getLong("stagedoor.fuzz.seed", 20_260_801);
    private static final Integer ONLY = Integer.getInteger("stagedoor.fuzz.only");

    private static final Set<String> BUILT_IN_CATEGORIES = Set.of("security", "bookings", "favorites", "offers");

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
    private long transactions;

    /** Other tests read the list of all categories. */
    @AfterEach
    void deleteCategories() {
        var admin = people.admin();
        var path = "/admin/notification-categories";
        http.get(path)
                .as(admin)
                .send()
                .expect(200)
                .json()
                .at("/items")
                .valueStream()
                .map(category -> category.path("key").asString())
                .filter(key -> !BUILT_IN_CATEGORIES.contains(key))
                .forEach(key -> http.delete(path + "/" + key).as(admin).send().expect(204));
    }

    @Test
    void hostileRequestsReturnDocumentedErrors() {
        var operations = Contract.SURFACES.stream()
                .map(surface ->
                        http.get("/v3/api-docs/" + surface).send().expect(200).json())
                .flatMap(Operation::of)
                .toList();
        var tokens = tokens();
        var apiKey = things.apiKey("notifications:decide notifications:deliver");
        var attempts = new Attempts(operations, known(), tokens, apiKey, SEED);

        try (var changes = new ChangedRows(jdbc)) {
            var reads = CompletableFuture.runAsync(() -> sendAll(attempts, Operation::reads, changes));
            sendAll(attempts, operation -> !operation.reads(), changes);
            reads.join();
            assertThat(changed(changes)).isEmpty();
        }
        if (ONLY != null) {
            return;
        }
        assertThat(operations).hasSizeGreaterThan(40);
        tokens.forEach((path, token) -> http.get("/me").bearer(token).send().expect(200));
        assertThat(statuses).as("statuses").containsKeys(200, 201, 204, 400, 401, 404, 406, 413, 415);
    }

    /** Sends the requests sequentially. Reads run concurrently with writes and must not change rows. */
    private void sendAll(Attempts attempts, Predicate<Operation> filter, ChangedRows changes) {
        IntStream.range(ONLY == null ? 0 : ONLY, ONLY == null ? REQUESTS : ONLY + 1)
                .forEach(number -> {
                    var attempt = attempts.generate(number);
                    if (filter.test(attempt.operation)) {
                        check(number, attempt, changes);
                    }
                });
    }

    private void check(int number, Attempt attempt, ChangedRows changes) {
        var replay = "-Dstagedoor.fuzz.seed=%s -Dstagedoor.fuzz.only=%s%n%s".formatted(SEED, number, attempt);

        var response = attempt.send(http);

        statuses.merge(response.status(), 1, Integer::sum);
        assertThat(response.status()).as(() -> replay + "\n" + response.body()).isLessThan(500);
        var documented = attempt.operation.response(response.status());
        assertThat(documented.isMissingNode())
                .as(() -> "undocumented " + response.status() + " of " + replay + "\n" + response.body())
                .isFalse();
        if (response.status() >= 400) {
            expectCleanProblem(response, documented, replay);
        }
        if (!attempt.operation.reads()) {
            var changed = changed(changes);
            assertThat(response.status() >= 400 ? changed : List.of())
                    .as(replay)
                    .isEmpty();
        }
    }

    /** Reads the changes only if a transaction wrote something, because that check is cheaper. */
    private List<String> changed(ChangedRows changes) {
        if (transactions() == transactions) {
            return List.of();
        }
        var changed = changes.take();
        transactions = transactions();
        return changed;
    }

    private static void expectCleanProblem(Answer response, JsonNode documented, String replay) {
        var code = response.text("/code");
        assertThat(response.header("Content-Type")).as(replay).isEqualTo("application/problem+json");
        assertThat(documented.at("/content/application~1problem+json/examples").has(code))
                .as(() -> "undocumented " + code + " of " + replay + "\n" + response.body())
                .isTrue();
        assertThat(response.body())
                .as(replay)
                .doesNotContain("Exception", "dev.stagedoor", "org.spring", "tools.jackson");
    }

    /** The next transaction id, which increases with each writing transaction. */
    private long transactions() {
        return jdbc.sql("SELECT CAST(CAST(pg_snapshot_xmax(pg_current_snapshot()) AS text) AS bigint)")
                .query(Long.class)
                .single();
    }

    private Map<String, String> known() {
        var company = things.company();
        var activity = things.activity(company).toString();
        var user = people.anyone().id().toString();
        var known = new HashMap<String, String>();
        known.put("companyId", company.toString());
        known.put("activityId", activity);
        known.put("activityIds", activity);
        known.put("userId", user);
        known.put("userIds", user);
        known.put("password", "password-of-no-caller");
        known.put("phone", "+4915112345678");
        known.put("currentPassword", "password-of-no-caller");
        known.put("/activities/{id} id", activity);
        known.put("/admin/users/{id} id", user);
        known.put("/admin/notification-categories/{key} key", "category-of-no-test");
        known.put("/catalog/companies/{id} id", things.company().toString());
        known.put("/catalog/activities/{id} id", things.activity(company).toString());
        return known;
    }

    private Map<String, String> tokens() {
        var admin = people.admin().accessToken();
        var company = things.company();
        things.activity(company);
        return Map.of(
                "me", people.anyone().accessToken(),
                "favorites", people.anyone().accessToken(),
                "activities", people.anyone().accessToken(),
                "auth", people.anyone().accessToken(),
                "analytics", people.member(company, "OWNER").accessToken(),
                "admin", admin,
                "catalog", admin);
    }
}
