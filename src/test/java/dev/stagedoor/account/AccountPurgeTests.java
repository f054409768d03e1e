package dev.stagedoor.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.StatementCount;
import dev.stagedoor.support.Things;
import dev.stagedoor.support.Together;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
@ExtendWith(OutputCaptureExtension.class)
class AccountPurgeTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    AccountPurge purge;

    @Autowired
    StatementCount statements;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void dropTicketsSchema() {
        jdbc.sql("DROP SCHEMA IF EXISTS tickets CASCADE").update();
    }

    @Test
    void activeAccountsAndAccountsWithinTheGracePeriodAreNotPurged() {
        var active = people.anyone();
        age(active);
        var deleted = people.anyone();
        deleteAccount(deleted);
        jdbc.sql("UPDATE users.users SET updated_at = now() - interval '29 days 23 hours' WHERE id = ?")
                .param(deleted.id())
                .update();

        assertThat(purge.run()).isTrue();

        assertThat(exists(active)).isTrue();
        assertThat(exists(deleted)).isTrue();
    }

    @Test
    void suspendedAccountsAreNotPurged() {
        var person = people.anyone();
        http.patch("/admin/users/" + person.id(), "{\"isActive\": false}")
                .as(people.admin())
                .send()
                .expect(200);
        age(person);

        assertThat(purge.run()).isTrue();

        assertThat(exists(person)).isTrue();
    }

    @Test
    void deletedAccountThatWasSuspendedLaterIsPurged() {
        var person = people.anyone();
        deleteAndAge(person);
        http.patch("/admin/users/" + person.id(), "{\"isActive\": false}")
                .as(people.admin())
                .send()
                .expect(200);

        assertThat(purge.run()).isTrue();

        assertThat(exists(person)).isFalse();
    }

    @Test
    void accountIsDeletedAfterTheGracePeriod(CapturedOutput log) {
        var person = people.anyone();
        var company = things.company();
        jdbc.sql("INSERT INTO companies.company_members (company_id, user_id, role) VALUES (?, ?, 'OWNER')")
                .params(company, person.id())
                .update();
        things.favorite(person.id(), things.activity(company), Instant.now());
        deleteAndAge(person);

        assertThat(purge.run()).isTrue();

        assertThat(exists(person)).isFalse();
        assertThat(rowsOf(person)).isEmpty();
        assertThat(log).contains("Purged", "event=account-purged", "userId=" + person.id());
        http.post("/auth/register", People.registration(person.email())).send().expect(201);
    }

    @Test
    void purgeKeepsTheStatisticsExact() {
        var person = people.anyone();
        var company = things.company();
        var owner = people.member(company, "OWNER");
        var activity = things.activity(company);
        http.post("/favorites", "{\"activityId\": \"%s\"}".formatted(activity))
                .as(person)
                .send()
                .expect(201);
        deleteAndAge(person);
        assertThat(totals(owner)).isEqualTo("1 1 0");

        purge.run();

        assertThat(totals(owner)).isEqualTo("0 1 1");
    }

    @Test
    void referencedAccountIsAnonymized() {
        var person = people.anyone();
        jdbc.sql("CREATE SCHEMA tickets").update();
        jdbc.sql("CREATE TABLE tickets.tickets (user_id uuid NOT NULL REFERENCES users.users (id) ON DELETE RESTRICT)")
                .update();
        jdbc.sql("INSERT INTO tickets.tickets VALUES (?)").param(person.id()).update();
        http.patch("/me", "{\"phone\": \"+4915112340033\"}").as(person).send().expect(200);
        things.favorite(person.id(), things.activity(), Instant.now());
        deleteAndAge(person);

        assertThat(purge.run()).isTrue();
        assertThat(purge.run()).isTrue();

        var row = jdbc.sql("SELECT * FROM users.users WHERE id = ?")
                .param(person.id())
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("email", person.id() + "@deleted.invalid")
                .containsEntry("first_name", "Deleted")
                .containsEntry("last_name", "User")
                .containsEntry("is_active", false)
                .containsEntry("phone", null)
                .containsEntry("better_auth_id", null)
                .containsEntry("last_login_at", null)
                .containsEntry("password_hash", "!");
        assertThat(rowsOf(person)).isEmpty();
        login(person.id() + "@deleted.invalid", "!").expectProblem(401, "invalid-credentials");
        http.post("/auth/register", People.registration(person.email())).send().expect(201);
    }

    /** FOR UPDATE also blocks inserts of rows that reference the account. */
    @Test
    void purgeLocksTheAccountForUpdate() {
        deleteAndAge(people.anyone());

        assertThat(statements.during(purge::run)).anyMatch(sql -> sql.endsWith("FOR UPDATE SKIP LOCKED"));
    }

    @Test
    void failedAccountDoesNotStopThePurge(CapturedOutput log) {
        var failing = people.anyone();
        var person = people.anyone();
        deleteAndAge(failing);
        deleteAndAge(person);
        jdbc.sql("""
                CREATE FUNCTION users.fail() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN IF OLD.id = '%s' THEN RAISE EXCEPTION 'no'; END IF; RETURN OLD; END $$""".formatted(failing.id())).update();
        jdbc.sql("CREATE TRIGGER fail BEFORE DELETE ON users.users FOR EACH ROW EXECUTE FUNCTION users.fail()")
                .update();
        try {
            assertThat(purge.run()).isFalse();
        } finally {
            jdbc.sql("DROP FUNCTION users.fail() CASCADE").update();
        }

        assertThat(exists(person)).isFalse();
        assertThat(exists(failing)).isTrue();
        assertThat(log).contains("Cannot purge account %s".formatted(failing.id()));
        purge.run();
        assertThat(exists(failing)).isFalse();
    }

    @Test
    void concurrentPurgesDeleteEachAccountOnce() {
        var company = things.company();
        var owner = people.member(company, "OWNER");
        var activity = things.activity(company);
        var deleted = Stream.generate(people::anyone).limit(12).toList();
        deleted.forEach(person -> things.favorite(person.id(), activity, Instant.now()));
        deleted.forEach(this::deleteAndAge);

        assertThat(Together.run(4, index -> purge.run())).containsOnly(true);

        assertThat(deleted).noneMatch(this::exists);
        assertThat(totals(owner)).isEqualTo("0 12 12");
    }

    private void deleteAndAge(Person person) {
        deleteAccount(person);
        age(person);
    }

    private void deleteAccount(Person person) {
        http.post("/me/deletion", "{\"password\": \"%s\"}".formatted(People.PASSWORD))
                .as(person)
                .send()
                .expect(200);
    }

    private void age(Person person) {
        jdbc.sql("UPDATE users.users SET updated_at = updated_at - interval '30 days 1 second' WHERE id = ?")
                .param(person.id())
                .update();
    }

    private boolean exists(Person person) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM users.users WHERE id = ?)")
                .param(person.id())
                .query(Boolean.class)
                .single();
    }

    /** Returns the user's rows of all tables with a user id, except the audit log and the tickets. */
    private List<Map<String, Object>> rowsOf(Person person) {
        var tables = jdbc.sql("""
                SELECT table_schema || '.' || table_name FROM information_schema.columns
                WHERE column_name = 'user_id' AND table_schema NOT IN ('audit', 'tickets')""").query(String.class).list();
        assertThat(tables).hasSizeGreaterThan(6);
        return tables.stream()
                .flatMap(table -> jdbc
                        .sql("SELECT '%s' AS found_in, * FROM %s WHERE user_id = ?".formatted(table, table))
                        .param(person.id())
                        .query()
                        .listOfRows()
                        .stream())
                .toList();
    }

    private String totals(Person owner) {
        var totals = http.get("/analytics/favorites")
                .as(owner)
                .send()
                .expect(200)
                .json()
                .at("/totals");
        return "%s %s %s".formatted(totals.at("/favoritesCount"), totals.at("/added"), totals.at("/removed"));
    }

    private Answer login(String email, String password) {
        return http.post("/auth/login", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password))
                .send();
    }
}
