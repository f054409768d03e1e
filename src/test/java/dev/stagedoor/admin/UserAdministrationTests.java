package dev.stagedoor.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Together;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class UserAdministrationTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "'{\"role\": null}', role:required",
        "'{\"role\": \"OWNER\"}', role:malformed",
        "'{\"role\": 1}', role:malformed",
        "'{\"isActive\": \"false\"}', isActive:malformed",
        "'{\"isOrganizer\": null}', isOrganizer:required",
        "'{\"email\": \"a@example.com\"}', email:unknown",
        "'{\"emailVerified\": true}', emailVerified:unknown",
        "'{\"passwordHash\": \"x\"}', passwordHash:unknown"
    })
    void invalidFieldReturns400(String body, String fault) {
        var person = people.anyone();
        var before = row(person.id());

        http.patch("/admin/users/" + person.id(), body)
                .as(people.admin())
                .send()
                .expectFaults(fault);

        assertThat(row(person.id())).isEqualTo(before);
    }

    @Test
    void unknownUserReturns404() {
        var admin = people.admin();

        http.get("/admin/users/" + UUID.randomUUID()).as(admin).send().expectProblem(404, "not-found");
        http.patch("/admin/users/" + UUID.randomUUID(), "{\"isActive\": false}")
                .as(admin)
                .send()
                .expectProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"role\": \"PARTICIPANT\"}", "{\"isActive\": false}"})
    void adminsCannotRemoveTheirOwnRights(String body) {
        var admin = people.admin();

        http.patch("/admin/users/" + admin.id(), body).as(admin).send().expectProblem(409, "conflict");

        http.get("/admin/users/" + admin.id()).as(admin).send().expect(200);
    }

    @Test
    void accountWithUnverifiedEmailCannotBecomeAdmin() {
        var person = people.anyone();

        http.patch("/admin/users/" + person.id(), "{\"role\": \"ADMIN\", \"isOrganizer\": true}")
                .as(people.admin())
                .send()
                .expectProblem(409, "conflict");

        assertThat(row(person.id()).toString()).contains("PARTICIPANT", "is_organizer=false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=0", "page=x", "limit=0", "limit=101", "role=OWNER", "active=maybe", "email=%00"})
    void malformedQueryReturns400(String query) {
        http.get("/admin/users?" + query).as(people.admin()).send().expect(400);
    }

    @Test
    void responseContainsTheAccountWithoutProfileAndHash() {
        var person = people.anyone();

        var user = http.get("/admin/users/" + person.id())
                .as(people.admin())
                .send()
                .expect(200)
                .json();

        assertThat(user.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "email",
                        "emailVerified",
                        "phone",
                        "phoneVerified",
                        "firstName",
                        "lastName",
                        "role",
                        "isOrganizer",
                        "isActive",
                        "lastLoginAt",
                        "createdAt",
                        "updatedAt");
        assertThat(user.at("/email").asString()).isEqualTo(person.email());
    }

    @Test
    void emailFilterMatchesTheCompleteAddressInAnyCase() {
        var person = people.anyone();
        var admin = people.admin();

        var found = http.get("/admin/users?email=" + person.email().toUpperCase())
                .as(admin)
                .send()
                .expect(200);

        assertThat(found.items("id")).containsExactly(person.id().toString());
        assertThat(found.json().at("/total").asInt()).isEqualTo(1);
        assertThat(http.get("/admin/users?email=" + person.email().substring(1))
                        .as(admin)
                        .send()
                        .items("id"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"jose%%CC%%81 gr%s, 1", "JOSE GR%s, 1", "%%C3%%89 Gr%s, 1", "sé gr%s, 1", "osé_gr%s, 0", "jose%%25%s, 0"
    })
    void searchMatchesPartsOfTheNameWithAndWithoutAccents(String template, int matches) {
        var suffix = UUID.randomUUID().toString().replace("-", "");
        var person = people.anyone();
        jdbc.sql("UPDATE users.users SET first_name = 'José', last_name = ?, is_active = false WHERE id = ?")
                .params("Grün" + suffix, person.id())
                .update();
        var search = template.formatted("un" + suffix).replace(" ", "%20").replace("é", "%C3%A9");

        var found = http.get("/admin/users?search=" + search)
                .as(people.admin())
                .send()
                .expect(200);

        assertThat(found.items("id")).hasSize(matches);
    }

    @Test
    void searchMatchesPartsOfTheEmail() {
        var person = people.anyone();

        var found = http.get(
                        "/admin/users?search=" + person.email().substring(2, 20).toUpperCase())
                .as(people.admin())
                .send()
                .expect(200);

        assertThat(found.items("id")).containsExactly(person.id().toString());
    }

    @Test
    void accountsArePagedNewestFirst() {
        var first = people.anyone();
        var second = people.anyone();
        var admin = people.admin();

        assertThat(http.get("/admin/users?limit=3").as(admin).send().expect(200).items("id"))
                .containsExactly(
                        admin.id().toString(),
                        second.id().toString(),
                        first.id().toString());
        assertThat(http.get("/admin/users?limit=1&page=2").as(admin).send().items("id"))
                .containsExactly(second.id().toString());
    }

    @Test
    void deactivationTakesEffectImmediatelyAndCanBeReverted() {
        var person = people.anyone();
        var admin = people.admin();

        http.patch("/admin/users/" + person.id(), "{\"isActive\": false}")
                .as(admin)
                .send()
                .expect(200);

        http.get("/me").as(person).send().expectProblem(401, "unauthorized");
        assertThat(http.get("/admin/users?active=true&email=" + person.email())
                        .as(admin)
                        .send()
                        .items("id"))
                .isEmpty();
        assertThat(http.get("/admin/users?email=" + person.email())
                        .as(admin)
                        .send()
                        .items("id"))
                .hasSize(1);

        http.patch("/admin/users/" + person.id(), "{\"isActive\": true}")
                .as(admin)
                .send()
                .expect(200);

        http.get("/me").as(person).send().expectProblem(401, "unauthorized");
        http.get("/me").as(people.signIn(person)).send().expect(200);
    }

    @Test
    void demotionTakesEffectImmediately() {
        var former = people.admin();
        http.get("/admin/stats").as(former).send().expect(200);

        http.patch("/admin/users/" + former.id(), "{\"role\": \"PARTICIPANT\"}")
                .as(people.admin())
                .send()
                .expect(200);

        http.get("/admin/stats").as(former).send().expectProblem(403, "forbidden");
        http.get("/me").as(former).send().expect(200);
    }

    @Test
    void concurrentDemotionsLeaveOneAdmin() {
        for (var round = 0; round < 5; round++) {
            var two = List.of(people.admin(), people.admin());

            var statuses = Together.run(2, each -> demote(two.get(each), two.get(1 - each)));

            assertThat(statuses).containsExactlyInAnyOrder(200, 403);
            assertThat(two.stream().filter(admin -> row(admin.id()).toString().contains("ADMIN")))
                    .hasSize(1);
        }
    }

    private int demote(Person actor, Person other) {
        return http.patch("/admin/users/" + other.id(), "{\"role\": \"PARTICIPANT\"}")
                .as(actor)
                .send()
                .status();
    }

    private Object row(UUID id) {
        return jdbc.sql("SELECT * FROM users.users WHERE id = ?")
                .param(id)
                .query()
                .singleRow();
    }
}
