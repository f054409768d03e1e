package dev.stagedoor.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Only the owning package inserts, updates and deletes the rows of a table. */
class TableOwnershipTests {

    /** The package of each statement, by table. Entities write further rows of their own package. */
    private static final Map<String, Set<String>> WRITERS = new TreeMap<>(Map.ofEntries(
            Map.entry("users.users", Set.of("account")),
            Map.entry("users.suspensions", Set.of("account")),
            Map.entry("users.user_profiles", Set.of("profile")),
            Map.entry("users.notification_categories", Set.of("preference")),
            Map.entry("users.notification_choices", Set.of("preference")),
            Map.entry("users.notification_consents", Set.of("preference")),
            Map.entry("access.push_registrations", Set.of("access")),
            Map.entry("companies.companies", Set.of("catalog")),
            Map.entry("companies.company_members", Set.of("catalog")),
            Map.entry("activities.activities", Set.of("catalog")),
            Map.entry("activities.user_activity_favorites", Set.of("favorite")),
            Map.entry("activities.favorite_removals", Set.of("favorite")),
            // A queue: favorite inserts changes, analytics deletes them when it adds them to the aggregates.
            Map.entry("activities.favorite_changes", Set.of("favorite", "analytics")),
            Map.entry("activities.favorite_days", Set.of("analytics")),
            Map.entry("activities.favorite_counts", Set.of("analytics")),
            Map.entry("activities.favorite_company_days", Set.of("analytics")),
            Map.entry("activities.favorite_folding", Set.of("analytics")),
            Map.entry("access.sessions", Set.of("access")),
            Map.entry("access.one_time_tokens", Set.of("access")),
            Map.entry("access.signing_keys", Set.of("access")),
            Map.entry("access.external_identities", Set.of("access")),
            Map.entry("access.api_keys", Set.of("apikey")),
            Map.entry("audit.audit_events", Set.of("admin")),
            Map.entry("platform.mails", Set.of("notification")),
            Map.entry("platform.shared_secrets", Set.of("platform"))));

    private static final Pattern WRITE =
            Pattern.compile("\\b(?:INSERT INTO|DELETE FROM|UPDATE)\\s+([a-z]+\\.(?:[a-z_]+|%s))");

    static Stream<Arguments> writes() {
        return SqlOfTheSources.statements().entrySet().stream()
                .flatMap(file -> file.getValue().stream()
                        .flatMap(statement -> WRITE.matcher(statement)
                                .results()
                                .map(write -> arguments(packageOf(file.getKey()), write.group(1)))));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void statementWritesOnlyTablesOfItsPackage(String packageName, String table) {
        if (!table.endsWith("%s")) {
            assertThat(WRITERS).containsKey(table);
            assertThat(WRITERS.get(table)).contains(packageName);
        }
    }

    @Test
    void everyTableHasAWriter() {
        var tables = new TreeSet<>(
                MigratedDatabase.fresh().sql("""
                        SELECT schemaname || '.' || tablename FROM pg_tables
                        WHERE schemaname IN ('users', 'companies', 'activities', 'access', 'audit', 'platform')
                          AND tablename NOT IN ('flyway_schema_history', 'shedlock')""").query(String.class).set());

        assertThat(new HashSet<>(WRITERS.keySet())).isEqualTo(new HashSet<>(tables));
    }

    /** Services, listeners and jobs call them. */
    @Test
    void statementsAreInRepositoriesFragmentsAndQueries() {
        assertThat(SqlOfTheSources.statements().keySet())
                .filteredOn(file -> !file.contains("/platform/"))
                .allMatch(file -> file.matches(".*(Repository|Sql|Query|Invariants)\\.java"));
    }

    private static String packageOf(String file) {
        return file.replaceFirst("src/main/java/dev/stagedoor/(\\w+)/.*", "$1");
    }
}
