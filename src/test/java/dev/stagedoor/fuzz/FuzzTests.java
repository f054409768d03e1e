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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Hostile values for every operation of the documents: no failure of ours, no answer that is not documented, and a refused
 * call changes no row. {@code -Dstagedoor.fuzz.seed} and {@code -Dstagedoor.fuzz.only} (a number) make a failed call again.
 */
@StagedoorTest
@Tag("fuzz")
class FuzzTests {

    private static final int CALLS = Integer.getInteger("stagedoor.fuzz.calls", 50_000);
    private static final long SEED = Long.getLong("stagedoor.fuzz.seed", 20_260_801);
    private static final Integer ONLY = Integer.getInteger("stagedoor.fuzz.only");

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

    @Test
    void noCallFindsAWeakSpot() {
        var operations = Contract.SURFACES.stream()
                .map(surface ->
                        http.get("/v3/api-docs/" + surface).send().expect(200).json())
                .flatMap(Operation::of)
                .toList();
        var tokens = tokens();
        var attempts = new Attempts(operations, known(), tokens, SEED);

        try (var changes = new ChangedRows(jdbc)) {
            var reads = CompletableFuture.runAsync(() -> make(attempts, Operation::reads, changes));
            make(attempts, operation -> !operation.reads(), changes);
            reads.join();
            assertThat(changed(changes)).isEmpty();
        }
        if (ONLY != null) {
            return;
        }
        assertThat(operations).hasSizeGreaterThan(40);
        tokens.forEach((path, token) -> http.get("/me").bearer(token).send().expect(200));
        assertThat(statuses).as("what was answered").containsKeys(200, 201, 204, 400, 401, 404, 406, 413, 415);
    }

    /** One after another. Those that only read are made beside the others, and may change nothing whatever they get. */
    private void make(Attempts attempts, Predicate<Operation> chosen, ChangedRows changes) {
        IntStream.range(ONLY == null ? 0 : ONLY, ONLY == null ? CALLS : ONLY + 1)
                .forEach(number -> {
                    var attempt = attempts.make(number);
                    if (chosen.test(attempt.operation)) {
                        check(number, attempt, changes);
                    }
                });
    }

    private void check(int number, Attempt attempt, ChangedRows changes) {
        var replay = "-Dstagedoor.fuzz.seed=%d -Dstagedoor.fuzz.only=%d%n%s".formatted(SEED, number, attempt);

        var answer = attempt.send(http);

        statuses.merge(answer.status(), 1, Integer::sum);
        assertThat(answer.status()).as(() -> replay + "\n" + answer.body()).isLessThan(500);
        var documented = attempt.operation.answer(answer.status());
        assertThat(documented.isMissingNode())
                .as(() -> "undocumented " + answer.status() + " of " + replay + "\n" + answer.body())
                .isFalse();
        if (answer.status() >= 400) {
            expectCleanProblem(answer, documented, replay);
        }
        if (!attempt.operation.reads()) {
            var changed = changed(changes);
            assertThat(answer.status() >= 400 ? changed : List.of()).as(replay).isEmpty();
        }
    }

    /** Most refusals begin no transaction that writes, which costs less to see than what it wrote. */
    private List<String> changed(ChangedRows changes) {
        if (transactions() == transactions) {
            return List.of();
        }
        var changed = changes.take();
        transactions = transactions();
        return changed;
    }

    private static void expectCleanProblem(Answer answer, JsonNode documented, String replay) {
        var code = answer.text("/code");
        assertThat(answer.header("Content-Type")).as(replay).isEqualTo("application/problem+json");
        assertThat(documented.at("/content/application~1problem+json/examples").has(code))
                .as(() -> "undocumented " + code + " of " + replay + "\n" + answer.body())
                .isTrue();
        assertThat(answer.body())
                .as(replay)
                .doesNotContain("Exception", "dev.stagedoor", "org.spring", "tools.jackson");
    }

    /** Grows with each transaction that writes. */
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
        known.put("password", "of-nobody-who-calls-here");
        known.put("phone", "+4915112345678");
        known.put("currentPassword", "of-nobody-who-calls-here");
        known.put("/activities/{id} id", activity);
        known.put("/admin/users/{id} id", user);
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
