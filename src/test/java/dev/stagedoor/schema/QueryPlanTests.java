package dev.stagedoor.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stagedoor.platform.persistence.UuidV7;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.StatementCount;
import dev.stagedoor.support.Things;
import dev.stagedoor.support.Together;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each index serves the query that it was made for, on as many rows as make PostgreSQL choose with care. */
@StagedoorTest
@Tag("reliability")
class QueryPlanTests {

    private static final UUID SOMEBODY = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final String FAVORITES = "user_activity_favorites_user_id_created_at_idx";

    private static final String PART = "%4711%";
    private static final String RUNS = "471\u0001711";

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
        filled = FilledDatabase.fresh();
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
    void usersAreFoundByTheirIndexes(String condition, String indexes) {
        var plan = plan("SELECT * FROM users.users WHERE " + condition);

        assertThat(plan).doesNotContain("Seq Scan");
        assertThat(List.of(indexes.split(" ")))
                .anySatisfy(index -> assertThat(plan).contains(index));
    }

    @Test
    void theFirstPageOfFavoritesIsReadFromItsIndex() {
        var sql = sent(1, "/favorites?limit=20");

        var plan = plan(sql, SOMEBODY, 21);

        assertThat(plan).contains("Index Scan using " + FAVORITES).doesNotContain("Seq Scan");
    }

    @Test
    void theFirstPagesOfManyAreReadFromTheSameIndex() {
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

        var plan = plan(sql, UuidV7.texts(List.of(SOMEBODY, UUID.randomUUID())), 21);

        assertThat(plan).contains("Index Scan using " + FAVORITES).doesNotContain("Seq Scan");
    }

    @Test
    void aFurtherPageOfFavoritesIsReadFromItsIndexOn() {
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

        var plan = plan(keyset, SOMEBODY, moment(), UUID.randomUUID(), 21);

        assertThat(plan)
                .contains("Index Scan using " + FAVORITES)
                .containsPattern("Index Cond: .*created_at")
                .doesNotContain("Seq Scan");
    }

    @Test
    void favoritesOfAnActivityAreCountedByItsIndex() {
        var path = "/activities/" + things.activity();
        var sql = statements.during(() -> http.get(path).send().expect(200)).get(0);

        var plan = plan(sql, SOMEBODY, anyActivity());

        assertThat(plan)
                .contains("favorite_counts_pkey", "favorite_changes_activity_id_idx")
                .doesNotContain("Seq Scan");
    }

    @Test
    void theFiguresOfACompanyDoNotLookAtFavorites() {
        var company = things.company();
        things.activity(company);
        var member = people.member(company, "OWNER");
        var sent = statements.during(
                () -> http.get("/analytics/favorites").as(member).send().expect(200));

        assertThat(sent.get(sent.size() - 1)).contains("favorite_days").doesNotContain("user_activity_favorites");
    }

    @Test
    void theActivitiesOfACompanyAreFoundByTheirIndex() {
        assertThat(plan("""
                        SELECT * FROM activities.activities
                        WHERE company_id = (SELECT id FROM companies.companies LIMIT 1)""")).contains("activities_company_id_idx").doesNotContain("Seq Scan on activities");
    }

    @Test
    void theNewestActivitiesAreReadFromTheirIndex() {
        var sql = statements
                .during(() -> http.get("/activities?limit=20").send().expect(200))
                .get(0);

        assertThat(plan(sql, SOMEBODY, 21)).contains("activities_created_at_idx");
    }

    @Test
    void newActivitiesAreSearchedByTheRunsOfTheirTitles() {
        var plan = plan(search("newest"), SOMEBODY, PART, RUNS, 21);

        assertThat(plan).contains("activities_title_runs_idx").doesNotContain("Seq Scan on activities");
    }

    @Test
    void popularActivitiesAreSearchedByTheRunsOfTheirTitles() {
        var plan = plan(search("popular"), SOMEBODY, PART, RUNS, PART, RUNS, 21, PART, RUNS, 21, 21);

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
    void aSessionIsFoundByTheDigestOfItsFamily() {
        assertThat(plan("SELECT * FROM access.sessions WHERE family_digest = sha256('4711')"))
                .contains("sessions_family_digest_unique")
                .doesNotContain("Seq Scan");
    }

    @Test
    void theCallerIsFoundByKeysAlone() {
        var sql = sent(0, "/favorites");

        var plan = plan(sql, UUID.randomUUID(), SOMEBODY, moment());

        assertThat(plan)
                .containsPattern("Index Scan using sessions_\\w+ on sessions")
                .contains("PK_users", "UQ_user_profiles_user_id", "company_members_user_id_idx")
                .doesNotContain("Seq Scan");
    }

    @Test
    void theCompaniesOfAUserAreFoundByTheirIndex() {
        assertThat(plan("SELECT company_id FROM companies.company_members WHERE user_id = ?", SOMEBODY))
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
                .param(SOMEBODY)
                .query(OffsetDateTime.class)
                .single();
    }

    private static String plan(String sql, Object... parameters) {
        return String.join(
                "\n",
                filled.sql("EXPLAIN " + sql)
                        .params(parameters)
                        .query(String.class)
                        .list());
    }
}
