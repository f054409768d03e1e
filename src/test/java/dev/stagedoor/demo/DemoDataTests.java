package dev.stagedoor.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.account.Registration;
import dev.stagedoor.schema.MigratedDatabase;
import dev.stagedoor.support.TestDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DemoDataTests {

    private static final List<String> TABLES = List.of(
            "companies.companies",
            "companies.company_members",
            "activities.activities",
            "activities.user_activity_favorites",
            "activities.favorite_removals",
            "users.users",
            "users.user_profiles");

    private static DataSource database;

    private final JdbcClient jdbc = JdbcClient.create(database);
    private final DemoData data =
            new DemoData(new JdbcTemplate(database), new TransactionTemplate(new JdbcTransactionManager(database)));

    @BeforeAll
    static void migrateDatabase() {
        var fresh = TestDatabase.fresh();
        database = new DriverManagerDataSource(fresh.jdbcUrl(), fresh.user(), fresh.password());
        MigratedDatabase.migrated(fresh);
    }

    @BeforeEach
    void emptyTables() {
        jdbc.sql("TRUNCATE " + String.join(", ", TABLES) + " CASCADE").update();
    }

    @Test
    void databaseWithAUserIsNotChanged() {
        insertUser("other@example.com", "PARTICIPANT");

        assertThat(create()).isFalse();
        assertThat(data.exists()).isFalse();
        assertThat(rows("users.users")).isOne();
    }

    @Test
    void databaseWithACompanyIsNotChanged() {
        jdbc.sql("INSERT INTO companies.companies (name) VALUES ('Another company')")
                .update();

        assertThat(create()).isFalse();
    }

    @Test
    void adminWithADemoEmailPreventsTheDemoData() {
        insertUser("ada@example.com", "ADMIN");

        assertThat(create()).isFalse();
    }

    @Test
    void otherAdminDoesNotPreventTheDemoData() {
        insertUser("root@example.com", "ADMIN");

        assertThat(create()).isTrue();
        assertThat(rows("users.users WHERE role = 'ADMIN'")).isEqualTo(2);
    }

    @Test
    void failureRollsEverythingBack() {
        jdbc.sql("ALTER TABLE activities.favorite_removals ADD CONSTRAINT nothing CHECK (false)")
                .update();
        try {
            assertThatThrownBy(() -> data.create(registration -> insertUser(registration.email(), "PARTICIPANT")))
                    .rootCause()
                    .hasMessageContaining("violates check constraint");
        } finally {
            jdbc.sql("ALTER TABLE activities.favorite_removals DROP CONSTRAINT nothing")
                    .update();
        }
        assertThat(TABLES).allSatisfy(table -> assertThat(rows(table)).isZero());
    }

    @Test
    void secondRunChangesNothing() {
        assertThat(create()).isTrue();
        var made = fingerprints();

        assertThat(create()).isFalse();
        assertThat(fingerprints()).isEqualTo(made);
    }

    @Test
    void companiesHaveActivitiesOfBothTypes() {
        create();

        assertThat(rows("companies.companies")).isGreaterThanOrEqualTo(8);
        assertThat(rows("activities.activities")).isGreaterThanOrEqualTo(120);
        assertThat(rows("(SELECT DISTINCT company_id, type FROM activities.activities)"))
                .isEqualTo(2 * rows("companies.companies"));
    }

    @Test
    void activitiesHaveUniqueTitlesAndImages() {
        create();

        var activities = rows("activities.activities");
        assertThat(rows("(SELECT DISTINCT lower(title) FROM activities.activities)"))
                .isEqualTo(activities);
        assertThat(rows("(SELECT DISTINCT image_url FROM activities.activities)"))
                .isEqualTo(activities);
        assertThat(rows("activities.activities WHERE image_url ~ '^https://images[.]example[.]com/[a-z-]+[.]jpg$'"))
                .isEqualTo(activities);
    }

    @Test
    void activitiesAreAtMostTwoYearsOld() {
        create();

        assertThat(rows("activities.activities WHERE created_at NOT BETWEEN now() - interval '2 years' AND now()"))
                .isZero();
    }

    @Test
    void idsAreConstant() {
        create();

        assertThat(titleOf("a0000000-0000-4000-8000-000000000001")).isEqualTo("First Rope: climbing for beginners");
        assertThat(titleOf("a0000000-0000-4000-8000-000000000131")).isEqualTo("Family portraits at your home");
        assertThat(rows("companies.companies WHERE id = 'c0000000-0000-4000-8000-000000000001'"))
                .isOne();
    }

    @Test
    void allTwoHundredUsersHaveAProfile() {
        create();

        assertThat(rows("users.users")).isEqualTo(200);
        assertThat(rows("users.users u JOIN users.user_profiles p ON p.user_id = u.id"))
                .isEqualTo(200);
        assertThat(rows("users.users WHERE email !~ '^[a-z0-9._]+@example[.]com$'"))
                .isZero();
        assertThat(rows("users.users WHERE phone !~ '^[+][1-9][0-9]{7,14}$'")).isZero();
    }

    @Test
    void profilesAreDiverse() {
        create();

        assertThat(rows("(SELECT DISTINCT first_name, last_name FROM users.users)"))
                .isEqualTo(200);
        assertThat(rows("(SELECT DISTINCT timezone FROM users.user_profiles)")).isGreaterThan(40);
        assertThat(rows("(SELECT DISTINCT currency FROM users.user_profiles)")).isGreaterThan(20);
        assertThat(rows("(SELECT DISTINCT push_enabled, email_enabled FROM users.user_profiles)"))
                .isEqualTo(4);
    }

    @Test
    void backgroundsHaveTheDocumentedStructure() {
        create();

        assertThat(rows("users.user_profiles WHERE languages <> '[]'")).isGreaterThan(60);
        assertThat(rows("""
                users.user_profiles, jsonb_array_elements(languages) AS skill
                WHERE skill ->> 'language' IS NULL
                   OR skill ->> 'level' NOT IN ('Beginner', 'Intermediate', 'Advanced', 'Expert')
                """)).isZero();
        assertThat(rows("""
                users.user_profiles
                WHERE jsonb_typeof(settings) <> 'object'
                   OR jsonb_typeof(frameworks) <> 'array'
                   OR jsonb_typeof(devices) <> 'array'
                   OR jsonb_typeof(architecture_familiarity) <> 'array'
                """)).isZero();
    }

    @Test
    void favoritesAreAtMostNinetyDaysOld() {
        create();

        assertThat(rows("activities.user_activity_favorites")).isBetween(2_000, 5_000);
        assertThat(rows("""
                activities.user_activity_favorites
                WHERE created_at NOT BETWEEN now() - interval '90 days' AND now()
                """)).isZero();
    }

    @Test
    void favoritesAreNewerThanTheirActivityAndUser() {
        create();

        assertThat(rows("""
                activities.user_activity_favorites f
                JOIN users.users u ON u.id = user_id
                JOIN activities.activities a ON a.id = activity_id
                WHERE f.created_at < u.created_at OR f.created_at < a.created_at
                """)).isZero();
    }

    @Test
    void favoritesIncreaseOverTime() {
        create();

        var favorites = "activities.user_activity_favorites WHERE created_at ";
        assertThat(rows(favorites + "> now() - interval '30 days'"))
                .isGreaterThan(rows(favorites + "< now() - interval '60 days'"));
    }

    @Test
    void topTenPercentOfActivitiesHaveOverAThirdOfTheFavorites() {
        create();

        var top = """
                activities.user_activity_favorites WHERE activity_id IN (
                    SELECT activity_id FROM activities.user_activity_favorites
                    GROUP BY activity_id ORDER BY count(*) DESC
                    LIMIT (SELECT count(*) / 10 FROM activities.activities))
                """;
        assertThat(3 * rows(top)).isGreaterThan(rows("activities.user_activity_favorites"));
    }

    @Test
    void removalsAreAtMostNinetyDaysOld() {
        create();

        assertThat(rows("activities.favorite_removals")).isGreaterThan(100);
        assertThat(rows("""
                activities.favorite_removals, (SELECT (now() AT TIME ZONE 'UTC')::date AS today) t
                WHERE removed_on < favorited_on OR favorited_on < today - 90 OR removed_on > today
                """)).isZero();
    }

    @Test
    void demoAccountsHaveTheDocumentedRoles() {
        create();

        assertThat(data.exists()).isTrue();
        assertThat(rows("users.users WHERE email = 'ada@example.com' AND role = 'ADMIN' AND email_verified"))
                .isOne();
        assertThat(rows("""
                users.users JOIN companies.company_members m ON user_id = id
                WHERE email = 'oscar@example.com' AND email_verified AND is_organizer
                  AND m.role = 'OWNER' AND company_id = 'c0000000-0000-4000-8000-000000000001'
                """)).isOne();
        assertThat(rows("""
                users.users u JOIN activities.user_activity_favorites ON user_id = u.id
                WHERE email = 'mia@example.com' AND email_verified
                """)).isGreaterThan(5);
    }

    private int rows(String of) {
        return jdbc.sql("SELECT count(*) FROM " + of).query(Integer.class).single();
    }

    private String titleOf(String activity) {
        return jdbc.sql("SELECT title FROM activities.activities WHERE id = ?::uuid")
                .param(activity)
                .query(String.class)
                .single();
    }

    private List<String> fingerprints() {
        return TABLES.stream()
                .map(table -> "SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM " + table + " t")
                .map(sql -> jdbc.sql(sql).query(String.class).single())
                .toList();
    }

    private void register(Registration registration) {
        insertUser(registration.email(), "PARTICIPANT");
        jdbc.sql("INSERT INTO users.user_profiles (user_id) SELECT id FROM users.users WHERE email = ?")
                .param(registration.email())
                .update();
    }

    private void insertUser(String email, String role) {
        jdbc.sql("""
                INSERT INTO users.users (email, role, password_hash, first_name, last_name)
                VALUES (:email, :role, 'hash', :email, '')""").param("email", email).param("role", role).update();
    }

    private boolean create() {
        return data.create(this::register);
    }
}
