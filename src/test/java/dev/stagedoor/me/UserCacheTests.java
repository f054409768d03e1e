package dev.stagedoor.me;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stagedoor.account.AccountDeletion;
import dev.stagedoor.account.AccountService;
import dev.stagedoor.account.Credentials;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Cached responses are current after every kind of change. */
@StagedoorTest
class UserCacheTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeService me;

    @Autowired
    AccountService accounts;

    @Autowired
    AccountDeletion deletion;

    @Autowired
    Credentials credentials;

    @Autowired
    JsonMapper json;

    private Person person;

    @BeforeEach
    void cacheUser() {
        person = people.verified();
        expectField("/firstName", "Mia");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PATCH | /me | {\"firstName\": \"Maja\"}",
                "PATCH | /me | {\"phone\": \"+4930901820\"}",
                "PATCH | /me | {\"timezone\": \"Europe/Berlin\", \"settings\": {\"theme\": \"dark\"}}",
                "PATCH | /me/notification-preferences | {\"pushEnabled\": false}",
                "PUT | /me/background | {\"experienceYears\": \"3-5\"}",
                "PUT | /me/password | {\"currentPassword\": \"see-you-at-the-show\", \"newPassword\": \"the-second-act-begins\"}"
            })
    void ownChangeIsVisible(String method, String path, String body) {
        var before = http.get("/me").as(person).send().body();

        var status = http.call(method, path, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .as(person)
                .send()
                .status();

        assertThat(status).isBetween(200, 204);
        assertThat(http.get("/me").as(person).send().body()).isNotEqualTo(before);
        expectCurrentData();
    }

    @Test
    void adminChangeIsVisible() {
        var admin = people.admin();
        http.patch("/admin/users/" + person.id(), "{\"role\": \"ADMIN\", \"isOrganizer\": true}")
                .as(admin)
                .send()
                .expect(200);

        expectField("/role", "ADMIN");
        expectField("/isOrganizer", "true");
        expectCurrentData();
    }

    @Test
    void membershipChangesAreVisible() {
        var admin = people.admin();
        var path = "/admin/companies/%s/members/%s".formatted(things.company(), person.id());

        http.put(path, "{\"role\": \"OWNER\"}").as(admin).send().expect(204);
        expectField("/companies/0/role", "OWNER");
        http.put(path, "{\"role\": \"ANALYST\"}").as(admin).send().expect(204);
        expectField("/companies/0/role", "ANALYST");
        http.delete(path).as(admin).send().expect(204);
        expectField("/companies/0/role", "");
        expectCurrentData();
    }

    @Test
    void emailVerificationIsVisible() {
        accounts.verifyEmail(person.id());

        expectField("/emailVerified", "true");
        expectCurrentData();
    }

    @Test
    void identityLinkChangesUpdatedAt() {
        accounts.identityLinked(person.id(), "ba-" + person.id());

        expectCurrentData();
    }

    @Test
    void restoredAccountHasCurrentData() {
        deletion.deactivate(credentials.check(person.email(), RawPassword.of(People.PASSWORD)));
        http.get("/me").as(person).send().expectProblem(401, "unauthorized");
        assertThat(deletion.restore(person.id())).isTrue();

        person = people.signIn(person);
        expectCurrentData();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE users.users SET email_verified = true WHERE id = ?",
                "UPDATE users.user_profiles SET push_enabled = false WHERE user_id = ?",
                "UPDATE users.user_profiles SET settings = '{\"a\": 1}' WHERE user_id = ?",
                "INSERT INTO companies.company_members (company_id, user_id, role) SELECT id, ?, 'OWNER' FROM companies.companies LIMIT 1",
                "DELETE FROM users.user_profiles WHERE user_id = ?"
            })
    void manualSqlChangeIsVisibleAfterOneSecond(String sql) {
        things.company();
        jdbc.sql(sql).param(person.id()).update();

        await().untilAsserted(this::expectCurrentData);
    }

    @Test
    void companyNameChangeIsVisible() {
        var company = things.company();
        var member = people.member(company, "OWNER");
        http.get("/me").as(member).send().expect(200);

        http.put("/catalog/companies/" + company, "{\"name\": \"Northwall\"}")
                .as(people.admin())
                .send()
                .expect(200);

        person = member;
        expectField("/companies/0/name", "Northwall");
    }

    @Test
    void ifMatchIsCheckedAgainstTheDatabase() {
        var tag = http.get("/me").as(person).send().header("ETag");
        jdbc.sql("UPDATE users.users SET first_name = 'Maja' WHERE id = ?")
                .param(person.id())
                .update();

        http.patch("/me", "{\"lastName\": \"Berg\"}")
                .header("If-Match", tag)
                .as(person)
                .send()
                .expectProblem(412, "precondition-failed");
    }

    private void expectField(String pointer, String value) {
        assertThat(http.get("/me").as(person).send().expect(200).text(pointer)).isEqualTo(value);
    }

    private void expectCurrentData() {
        UUID id = person.id();
        var response = http.get("/me").as(person).send().expect(200).body();
        assertThat(response).isEqualTo(json.writeValueAsString(me.read(id)));
    }
}
