package dev.stagedoor.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.ops.OpsServer.Database;
import dev.stagedoor.schema.FilledDatabase;
import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an operator is shown of a database: plans that use the indexes, and how much these are used. */
@Tag("reliability")
@RequiresProgram(Program.POSTGRESQL)
class ExplainTests {

    private static final Pattern WHOLE_TABLE = Pattern.compile("Seq Scan on (\\w+)");

    /** What has to be read in whole: all that waits and all that nobody saved; and a table of one row. */
    private static final Map<String, Set<String>> READ_IN_WHOLE = Map.of(
            "activities, most popular first",
            Set.of("favorite_changes", "favorite_counts", "activities"),
            "company statistics, first page",
            Set.of("favorite_folding"));

    private static Database database;
    private static String told;

    @BeforeAll
    static void explain() {
        database = OpsServer.migrated();
        var jdbc = database.jdbc();
        FilledDatabase.filled(jdbc);
        jdbc.sql("""
                INSERT INTO access.api_keys (name, secret_digest, prefix, scopes, created_at)
                SELECT 'feed', '', 'feed', 'catalog:write', now() FROM generate_series(1, 5000)""").update();
        jdbc.sql("ANALYZE").update();
        told = Script.of("explain").on(database).run().text();
    }

    @Test
    void everyStatementFindsItsRowsByAnIndex() {
        var plans = plans();

        var readInWhole = new TreeMap<String, Set<String>>();
        plans.forEach((title, plan) -> WHOLE_TABLE
                .matcher(plan)
                .results()
                .map(found -> found.group(1))
                .filter(table -> !READ_IN_WHOLE.getOrDefault(title, Set.of()).contains(table))
                .forEach(table -> readInWhole
                        .computeIfAbsent(title, first -> new TreeSet<>())
                        .add(table)));

        assertThat(plans).hasSizeGreaterThan(20);
        assertThat(plans.values()).allSatisfy(plan -> assertThat(plan).contains("Execution Time", "Buffers"));
        assertThat(readInWhole).isEmpty();
    }

    @Test
    void itChangesNothing() {
        var before = Digests.of(database);

        Script.of("explain").on(database).run(database.name()).text();

        assertThat(Digests.of(database)).isEqualTo(before);
    }

    @Test
    void itTellsNothingOfAnybody() {
        assertThat(told).doesNotContain("@example.com", "Lindqvist", "+49", "never-to-be-shown");
    }

    @Test
    void theUseOfIndexesAndTablesIsTold() {
        assertThat(told)
                .contains("== indexes, least used first", "unused, but enforces uniqueness", "idx_users_created_at")
                .contains("== tables, most sequential reads first", "activities.user_activity_favorites")
                .contains("== pg_stat_statements is not installed");
    }

    @Test
    void aStatementWhoseColumnIsGoneIsToldOf() {
        var other = OpsServer.migrated();
        other.jdbc()
                .sql("ALTER TABLE users.user_profiles RENAME push_enabled TO gone")
                .update();

        assertThat(Script.of("explain").on(other).run().refusal(1))
                .contains("cannot explain all statements", "column p.push_enabled does not exist");
    }

    @Test
    void anEmptyDatabaseIsNoFailure() {
        assertThat(Script.of("explain").on(OpsServer.migrated()).run().text()).contains("Execution Time");
    }

    private static Map<String, String> plans() {
        var plans = new LinkedHashMap<String, String>();
        for (var part : told.split("(?m)^== ")) {
            var title = part.lines().findFirst().orElse("");
            if (part.contains("Planning Time")) {
                plans.put(title, part);
            }
        }
        return plans;
    }
}
