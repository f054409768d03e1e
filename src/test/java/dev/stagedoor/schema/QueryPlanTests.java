package dev.stagedoor.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stagedoor.platform.persistence.UuidV7;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.StatementCount;
import dev.stagedoor.support.TestDatabase;
import dev.stagedoor.support.Things;
import dev.stagedoor.support.Together;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The generic plans of frequent statements use the intended indexes, on tables that are large enough to make it worthwhile. */
@StagedoorTest
@Tag("reliability")
class QueryPlanTests {

    private static final UUID USER_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final String FAVORITES = "user_activity_favorites_user_id_created_at_idx";

    private static final String PART = "%4711%";
    private static final String RUNS = "471\u0001711";

    private static TestDatabase.Url database;
    private static JdbcClient filled;

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    StatementCount statements;

    @BeforeAll
    static void fill() {
        database = TestDatabase.fresh();
        filled = FilledDatabase.filled(MigratedDatabase.migrated(database));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    email = 'p4711@example.com'                                 | UQ_users_email idx_users_email
                    phone = '+4900004711'                                       | UQ_users_phone idx_users_phone
                    role = 'ADMIN'                                              | idx_users_role
                    is_active = false AND role = 'PARTICIPANT'                  | idx_users_active_role
                    is_active = true AND role = 'ADMIN'                         | idx_users_active_role idx_users_role
                    true ORDER BY created_at DESC LIMIT 20                      | idx_users_created_at
                    is_active = true ORDER BY created_at DESC LIMIT 20          | idx_users_created_at
                    """)
    void userQueriesUseTheirIndexes(String condition, String indexes) {
        var plan = plan("SELECT * FROM users.users WHERE " + condition);

        assertThat(plan).doesNotContain("Seq Scan");
        assertThat(List.of(indexes.split(" ")))
                .anySatisfy(index -> assertThat(plan).contains(index));
    }

    @Test
    void newestAccountsUseTheIndex() {
        var plan = plan(listOfAccounts(""), true, 0, 20);

        assertThat(plan).contains("idx_users_created_at").doesNotContain("Seq Scan");
    }

    @Test
    void accountOfAnEmailUsesTheIndex() {
        var plan = plan(listOfAccounts("&email=p4711@example.com"), "p4711@example.com", 0, 20);

        assertThat(plan).containsAnyOf("UQ_users_email", "idx_users_email").doesNotContain("Seq Scan");
    }

    /** The session and the audit event precede the list. */
    private String listOfAccounts(String filter) {
        var admin = people.admin();
        return statements
                .during(() -> http.get("/admin/users?limit=20" + filter)
                        .as(admin)
                        .send()
                        .expect(200))
                .get(2);
    }

    @Test
    void signInUsesTheIndexOfEmails() {
        var person = people.anyone();
        var body = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(person.email(), People.PASSWORD);
        var sql = statements
                .during(() -> http.post("/auth/login", body).send().expect(200))
                .get(0);

        var plan = plan(sql, "p4711@example.com");

        assertThat(plan).containsAnyOf("UQ_users_email", "idx_users_email").doesNotContain("Seq Scan");
    }

    @Test
    void firstPageOfFavoritesUsesTheIndex() {
        var sql = sent(1, "/favorites?limit=20");

        var plan = plan(sql, (Object) UuidV7.texts(List.of(USER_ID)));

        assertThat(plan).contains("Index Scan using " + FAVORITES).doesNotContain("Seq Scan");
    }

    @Test
    void batchOfFirstPagesUsesTheIndex() {
        var person = people.anyone();
        var sql = await().until(
                        () -> statements
                                .during(() -> Together.run(
                                        16,
                                        number -> http.get("/favorites")
                                                .as(person)
                                                .send()
                                                .expect(200)))
                                .stream()
                                .filter(statement -> statement.contains("LATERAL"))
                                .findAny(),
                        Optional::isPresent)
                .orElseThrow();

        var plan = plan(sql, (Object) UuidV7.texts(List.of(USER_ID, UUID.randomUUID())));

        assertThat(plan).contains("Index Scan using " + FAVORITES).doesNotContain("Seq Scan");
    }

    @Test
    void nextPageOfFavoritesStartsInTheIndex() {
        var person = people.anyone();
        things.activities(things.company(), 2)
                .forEach(activity -> things.favorite(person.id(), activity, Instant.now()));
        var cursor =
                http.get("/favorites?limit=1").as(person).send().expect(200).text("/nextCursor");
        var sent = statements.during(() -> http.get("/favorites?limit=20&cursor=" + cursor)
                .as(person)
                .send()
                .expect(200));
        var keyset = sent.get(sent.size() - 1);

        var plan = plan(keyset, UuidV7.texts(List.of(USER_ID)), moment(), UUID.randomUUID());

        assertThat(plan)
                .contains("Index Scan using " + FAVORITES)
                .containsPattern("Index Cond: .*created_at")
                .doesNotContain("Seq Scan");
    }

    @Test
    void favoriteCountOfAnActivityUsesTheIndexes() {
        var path = "/activities/" + things.activity();
        var sql = statements.during(() -> http.get(path).send().expect(200)).get(0);

        var plan = plan(sql, USER_ID, anyActivity());

        assertThat(plan)
                .contains("favorite_counts_pkey", "favorite_changes_activity_id_idx")
                .doesNotContain("Seq Scan");
    }

    @Test
    void statisticsDoNotReadFavorites() {
        var company = things.company();
        things.activity(company);
        var member = people.member(company, "OWNER");
        var sent = statements.during(
                () -> http.get("/analytics/favorites").as(member).send().expect(200));

        assertThat(sent.get(sent.size() - 1)).contains("favorite_days").doesNotContain("user_activity_favorites");
    }

    @Test
    void activitiesOfACompanyUseTheIndex() {
        assertThat(plan("""
                        SELECT * FROM activities.activities
                        WHERE company_id = (SELECT id FROM companies.companies LIMIT 1)""")).contains("activities_company_id_idx").doesNotContain("Seq Scan on activities");
    }

    @Test
    void newestActivitiesUseTheIndex() {
        var sql = statements
                .during(() -> http.get("/activities?limit=20").send().expect(200))
                .get(0);

        assertThat(plan(sql, USER_ID)).contains("activities_created_at_idx");
    }

    @Test
    void searchOfNewestActivitiesUsesTheTrigramIndex() {
        var plan = plan(search("newest"), USER_ID, PART, RUNS);

        assertThat(plan).contains("activities_title_runs_idx").doesNotContain("Seq Scan on activities");
    }

    @Test
    void searchOfPopularActivitiesUsesTheTrigramIndex() {
        var plan = plan(search("popular"), USER_ID, PART, RUNS, PART, RUNS, PART, RUNS);

        assertThat(plan).contains("activities_title_runs_idx").doesNotContain("Seq Scan on activities");
    }

    private String search(String sort) {
        return statements
                .during(() -> http.get("/activities?search=4711&limit=20&sort=" + sort)
                        .send()
                        .expect(200))
                .get(0);
    }

    @Test
    void sessionLookupByFamilyDigestUsesTheIndex() {
        assertThat(plan("SELECT * FROM access.sessions WHERE family_digest = sha256('4711')"))
                .contains("sessions_family_digest_unique")
                .doesNotContain("Seq Scan");
    }

    @Test
    void authenticationUsesKeysOnly() {
        var sql = sent(0, "/favorites");

        var plan = plan(sql, UUID.randomUUID(), USER_ID, moment());

        assertThat(plan)
                .containsPattern("Index Scan using sessions_\\w+ on sessions")
                .contains("PK_users", "UQ_user_profiles_user_id")
                .doesNotContain("Seq Scan");
    }

    @Test
    void companiesOfAUserUseTheIndex() {
        assertThat(plan("SELECT company_id FROM companies.company_members WHERE user_id = ?", USER_ID))
                .contains("company_members_user_id_idx")
                .doesNotContain("Seq Scan");
    }

    private String sent(int place, String path) {
        var person = people.anyone();
        return statements
                .during(() -> http.get(path).as(person).send().expect(200))
                .get(place);
    }

    private UUID anyActivity() {
        return filled.sql("SELECT id FROM activities.activities LIMIT 1")
                .query(UUID.class)
                .single();
    }

    private OffsetDateTime moment() {
        return filled.sql(
                        "SELECT created_at FROM activities.user_activity_favorites WHERE user_id = ? OFFSET 500 LIMIT 1")
                .param(USER_ID)
                .query(OffsetDateTime.class)
                .single();
    }

    /** Returns the generic plan, which the connections of the service request. */
    private static String plan(String sql, Object... parameters) {
        var values = Stream.of(parameters).map(QueryPlanTests::literal).collect(Collectors.joining(", "));
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("SET plan_cache_mode = force_generic_plan");
            statement.execute("PREPARE planned AS " + numbered(sql));
            var lines = new ArrayList<String>();
            try (var rows =
                    statement.executeQuery("EXPLAIN EXECUTE planned" + (values.isEmpty() ? "" : "(" + values + ")"))) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return String.join("\n", lines);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static String numbered(String sql) {
        var number = new AtomicInteger();
        return Pattern.compile("\\?").matcher(sql).replaceAll(parameter -> "\\$" + number.incrementAndGet());
    }

    private static String literal(Object value) {
        return value instanceof String[] array ? "'{" + String.join(",", array) + "}'" : "'" + value + "'";
    }
}
