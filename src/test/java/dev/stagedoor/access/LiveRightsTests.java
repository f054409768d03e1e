package dev.stagedoor.access;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A token carries no right: what changes in the database counts from the next call on. */
@StagedoorTest
class LiveRightsTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anAdminThatIsDemotedIsForbiddenAtOnce() {
        var admin = people.admin();
        expectAdminCalls(admin, 204, 201);

        jdbc.sql("UPDATE users.users SET role = 'PARTICIPANT' WHERE id = ?")
                .param(admin.id())
                .update();

        expectAdminCalls(admin, 403, 403);
        http.get("/me").as(admin).send().expect(200);
    }

    @Test
    void aPersonThatBecomesAdminMayAtOnce() {
        var person = people.anyone();
        expectAdminCalls(person, 403, 403);

        jdbc.sql("UPDATE users.users SET role = 'ADMIN' WHERE id = ?")
                .param(person.id())
                .update();

        expectAdminCalls(person, 204, 201);
    }

    @Test
    void aDeactivatedAccountIsOutAtOnce() {
        var admin = people.admin();
        http.get("/me").as(admin).send().expect(200);

        jdbc.sql("UPDATE users.users SET is_active = false WHERE id = ?")
                .param(admin.id())
                .update();

        http.get("/me").as(admin).send().expectProblem(401, "unauthorized");
        http.patch("/me", "{\"firstName\": \"Eve\"}").as(admin).send().expectProblem(401, "unauthorized");
        expectAdminCalls(admin, 401, 401);
    }

    @Test
    void aDeletedAccountIsOutAtOnce() {
        var person = people.anyone();
        http.get("/me").as(person).send().expect(200);

        jdbc.sql("DELETE FROM users.users WHERE id = ?").param(person.id()).update();

        http.get("/me").as(person).send().expectProblem(401, "unauthorized");
    }

    @Test
    void anEndedSessionIsOutAtOnceAndAnotherOneIsNot() {
        var person = people.anyone();
        var elsewhere = people.signIn(person);
        http.get("/me").as(person).send().expect(200);

        jdbc.sql("""
                UPDATE access.sessions SET ended_at = now()
                WHERE id = (SELECT id FROM access.sessions WHERE user_id = ? ORDER BY created_at LIMIT 1)""").param(person.id()).update();

        http.get("/me").as(person).send().expectProblem(401, "unauthorized");
        http.get("/me").as(elsewhere).send().expect(200);
    }

    private void expectAdminCalls(Person person, int adminStatus, int catalogStatus) {
        http.put("/admin/companies/%s/members/%s".formatted(things.company(), person.id()), "{\"role\": \"OWNER\"}")
                .as(person)
                .send()
                .expect(adminStatus);
        http.put("/catalog/companies/" + UUID.randomUUID(), "{\"name\": \"Northwall\"}")
                .as(person)
                .send()
                .expect(catalogStatus);
    }
}
