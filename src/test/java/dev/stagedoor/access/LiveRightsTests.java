package dev.stagedoor.access;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import dev.stagedoor.support.Together;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes of rights apply to issued access tokens from the next request on. */
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
    void demotedAdminLosesAccessImmediately() {
        var admin = people.admin();
        expectAdminCalls(admin, 204, 201);

        change(admin, "{\"role\": \"PARTICIPANT\"}");

        expectAdminCalls(admin, 403, 403);
        http.get("/me").as(admin).send().expect(200);
    }

    @Test
    void promotedUserGainsAccessImmediately() {
        var person = people.verified();
        expectAdminCalls(person, 403, 403);

        change(person, "{\"role\": \"ADMIN\"}");

        expectAdminCalls(person, 204, 201);
    }

    @Test
    void deactivatedAccountLosesAccessImmediately() {
        var admin = people.admin();
        http.get("/me").as(admin).send().expect(200);

        change(admin, "{\"isActive\": false}");

        http.get("/me").as(admin).send().expectProblem(401, "unauthorized");
        http.patch("/me", "{\"firstName\": \"Eve\"}").as(admin).send().expectProblem(401, "unauthorized");
        expectAdminCalls(admin, 401, 401);
    }

    @Test
    void reactivatedAccountHasNoSessions() {
        var person = people.anyone();
        change(person, "{\"isActive\": false}");

        change(person, "{\"isActive\": true}");

        http.get("/me").as(person).send().expectProblem(401, "unauthorized");
        http.get("/me").as(people.signIn(person)).send().expect(200);
    }

    @Test
    void endingASessionDoesNotAffectOtherSessions() {
        var person = people.anyone();
        var otherSession = people.signIn(person);
        http.get("/me").as(person).send().expect(200);
        var sessions = http.get("/me/sessions")
                .as(otherSession)
                .send()
                .expect(200)
                .json()
                .at("/items");
        var other = sessions.valueStream()
                .filter(session -> !session.at("/current").asBoolean())
                .findFirst()
                .orElseThrow();

        http.delete("/me/sessions/" + other.at("/id").asString())
                .as(otherSession)
                .send()
                .expect(204);

        http.get("/me").as(person).send().expectProblem(401, "unauthorized");
        http.get("/me").as(otherSession).send().expect(200);
    }

    @Test
    void logoutTakesEffectImmediately() {
        var person = people.anyone();
        http.get("/me").as(person).send().expect(200);

        http.post("/auth/logout", "{\"refreshToken\": \"%s\"}".formatted(person.refreshToken()))
                .send()
                .expect(204);

        http.get("/me").as(person).send().expectProblem(401, "unauthorized");
    }

    /** Concurrent reads must not cache the state before the change. */
    @Test
    void concurrentReadsDoNotCacheOutdatedRights() {
        var person = people.anyone();
        var admin = people.admin();

        Together.run(
                16,
                index -> index == 0
                        ? http.patch("/admin/users/" + person.id(), "{\"isActive\": false}")
                                .as(admin)
                                .send()
                                .expect(200)
                        : http.get("/me").as(person).send());

        http.get("/me").as(person).send().expectProblem(401, "unauthorized");
    }

    @Test
    void accountDeletedByAnotherInstanceReturns401() {
        var person = people.verified();
        http.get("/favorites").as(person).send().expect(200);

        jdbc.sql("DELETE FROM users.users WHERE id = ?").param(person.id()).update();

        http.get("/me").as(person).send().expectProblem(401, "unauthorized");
        http.get("/favorites").as(person).send().expect(200);
    }

    private void change(Person person, String rights) {
        http.patch("/admin/users/" + person.id(), rights)
                .as(people.admin())
                .send()
                .expect(200);
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
