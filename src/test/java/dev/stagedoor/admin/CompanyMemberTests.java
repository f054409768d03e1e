package dev.stagedoor.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import dev.stagedoor.support.Together;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@StagedoorTest
class CompanyMemberTests {

    private static final String OWNER = "{\"role\": \"OWNER\"}";
    private static final String ANALYST = "{\"role\": \"ANALYST\"}";

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    private Person admin;
    private Person person;
    private UUID company;

    @BeforeEach
    void createCompany() {
        admin = people.admin();
        person = people.verified();
        company = things.company();
    }

    @Test
    void anonymousCallReturns401() {
        http.put(path(company, person.id()), OWNER).send().expectProblem(401, "unauthorized");
        http.delete(path(company, person.id())).send().expectProblem(401, "unauthorized");

        assertThat(memberships()).isEmpty();
    }

    @Test
    void nonAdminReturns403() {
        var owner = people.member(company, "OWNER");
        var before = user(person.id());

        http.put(path(company, person.id()), OWNER).as(owner).send().expectProblem(403, "forbidden");
        http.put(path(company, person.id()), OWNER).as(person).send().expectProblem(403, "forbidden");
        http.delete(path(company, owner.id())).as(owner).send().expectProblem(403, "forbidden");

        assertThat(memberships()).containsExactly(owner.id() + " OWNER");
        assertThat(user(person.id())).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                  | role:required
                    {"role": null}                      | role:required
                    {"role": "ADMIN"}                   | role:malformed
                    {"role": "owner"}                   | role:malformed
                    {"role": ""}                        | role:malformed
                    {"role": 0}                         | role:malformed
                    {"role": ["OWNER"]}                 | role:malformed
                    {"role": "OWNER", "userId": null}   | userId:unknown
                    """)
    void invalidRoleReturns400(String body, String fault) {
        var before = user(person.id());

        http.put(path(company, person.id()), body).as(admin).send().expectFaults(fault);

        assertThat(memberships()).isEmpty();
        assertThat(user(person.id())).isEqualTo(before);
    }

    @Test
    void malformedIdReturns400() {
        http.put("/admin/companies/nope/members/" + person.id(), OWNER)
                .as(admin)
                .send()
                .expectProblem(400, "malformed-request");
        http.delete("/admin/companies/" + company + "/members/nope")
                .as(admin)
                .send()
                .expectProblem(400, "malformed-request");
    }

    @Test
    void unknownUserReturns404() {
        put(company, UUID.randomUUID(), OWNER).expectProblem(404, "not-found");

        assertThat(memberships()).isEmpty();
    }

    @Test
    void unknownCompanyReturns404AndDoesNotChangeTheUser() {
        var before = user(person.id());

        put(UUID.randomUUID(), person.id(), OWNER).expectProblem(404, "not-found");

        assertThat(user(person.id())).isEqualTo(before).containsEntry("is_organizer", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OWNER", "ANALYST"})
    void putMakesAUserAMemberAndAnOrganizer(String role) {
        var answer =
                put(company, person.id(), "{\"role\": \"%s\"}".formatted(role)).expect(204);

        assertThat(answer.body()).isEmpty();
        assertThat(memberships()).containsExactly(person.id() + " " + role);
        var me = http.get("/me").as(person).send().expect(200).json();
        assertThat(me.at("/isOrganizer").asBoolean()).isTrue();
        assertThat(me.at("/role").asString()).isEqualTo("PARTICIPANT");
        assertThat(me.at("/companies")).isEqualTo(JsonMapper.shared().readTree("""
                [{"id": "%s", "name": "Company %s", "role": "%s"}]""".formatted(company, company, role)));
    }

    @Test
    void putChangesTheRole() {
        put(company, person.id(), OWNER).expect(204);
        put(company, person.id(), OWNER).expect(204);
        assertThat(memberships()).containsExactly(person.id() + " OWNER");

        put(company, person.id(), ANALYST).expect(204);

        assertThat(memberships()).containsExactly(person.id() + " ANALYST");
    }

    @Test
    void putUpdatesTheAccountOnlyIfItBecomesAnOrganizer() {
        put(company, person.id(), OWNER).expect(204);
        var before = user(person.id());

        put(company, person.id(), ANALYST).expect(204);
        put(things.company(), person.id(), OWNER).expect(204);

        assertThat(user(person.id())).isEqualTo(before);
    }

    @Test
    void memberBelongsToSeveralCompanies() {
        var other = things.company();
        put(company, person.id(), OWNER).expect(204);
        put(other, person.id(), ANALYST).expect(204);

        assertThat(http.get("/me")
                        .as(person)
                        .send()
                        .json()
                        .at("/companies")
                        .valueStream()
                        .map(each -> each.at("/id").asString() + " "
                                + each.at("/role").asString()))
                .containsExactlyInAnyOrder(company + " OWNER", other + " ANALYST");
    }

    @Test
    void deleteTakesEffectImmediatelyAndIsIdempotent() {
        var other = people.member(company, "ANALYST");
        put(company, person.id(), OWNER).expect(204);
        http.get("/analytics/favorites").as(person).send().expect(200);

        http.delete(path(company, person.id())).as(admin).send().expect(204);
        http.delete(path(company, person.id())).as(admin).send().expect(204);

        assertThat(memberships()).containsExactly(other.id() + " ANALYST");
        http.get("/analytics/favorites").as(person).send().expectProblem(403, "forbidden");
        assertThat(http.get("/me").as(person).send().json().at("/companies").isEmpty())
                .isTrue();
    }

    @Test
    void deleteOfAnUnknownUserOrCompanyReturns204() {
        put(company, person.id(), OWNER).expect(204);

        http.delete(path(company, UUID.randomUUID())).as(admin).send().expect(204);
        http.delete(path(UUID.randomUUID(), person.id())).as(admin).send().expect(204);

        assertThat(memberships()).containsExactly(person.id() + " OWNER");
    }

    @Test
    void concurrentPutsStoreOneRole() {
        var answers = Together.run(16, each -> put(company, person.id(), each % 2 == 0 ? OWNER : ANALYST));

        assertThat(answers).extracting(Answer::status).containsOnly(204);
        assertThat(memberships()).hasSize(1);
    }

    @Test
    void accountWithUnverifiedEmailCannotBecomeOwner() {
        var unverified = people.anyone();

        put(company, unverified.id(), OWNER).expectProblem(409, "conflict");
        put(company, unverified.id(), ANALYST).expect(204);
        put(company, unverified.id(), OWNER).expectProblem(409, "conflict");

        assertThat(memberships()).containsExactly(unverified.id() + " ANALYST");
    }

    private Answer put(UUID companyId, UUID userId, String body) {
        return http.put(path(companyId, userId), body).as(admin).send();
    }

    private static String path(UUID companyId, UUID userId) {
        return "/admin/companies/%s/members/%s".formatted(companyId, userId);
    }

    private List<String> memberships() {
        return jdbc.sql("SELECT user_id || ' ' || role FROM companies.company_members WHERE company_id = ?")
                .param(company)
                .query(String.class)
                .list();
    }

    private Map<String, Object> user(UUID id) {
        return jdbc.sql("SELECT * FROM users.users WHERE id = ?")
                .param(id)
                .query()
                .singleRow();
    }
}
