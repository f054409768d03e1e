package dev.stagedoor.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Permissions for statistics. */
@StagedoorTest
class AnalyticsCallerTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    private UUID company;

    @BeforeEach
    void open() {
        company = things.company();
    }

    @Test
    void requestWithoutCredentialsReturns401() {
        http.get("/analytics/favorites?companyId=" + company).send().expectProblem(401, "unauthorized");
    }

    @Test
    void userWithoutACompanyReturns403() {
        var person = people.anyone();

        read(person, "").expectProblem(403, "forbidden");
        read(person, "?companyId=" + company).expectProblem(403, "forbidden");
    }

    @Test
    void malformedCompanyIdReturns400() {
        read(people.admin(), "?companyId=nope").expectProblem(400, "malformed-request");
    }

    @Test
    void foreignAndUnknownCompanyReturnTheSame403() {
        var member = people.member(company, "OWNER");

        var foreign = read(member, "?companyId=" + things.company()).expectProblem(403, "forbidden");
        var unknown = read(member, "?companyId=" + UUID.randomUUID()).expectProblem(403, "forbidden");

        assertThat(foreign.body()).isEqualTo(unknown.body());
    }

    @Test
    void memberOfSeveralCompaniesMustSpecifyOne() {
        var member = people.member(company, "OWNER");
        var other = things.company();
        join(other, member);

        read(member, "").expectProblem(400, "company-required");

        assertThat(read(member, "?companyId=" + company).expect(200).text("/companyId"))
                .isEqualTo(company.toString());
        assertThat(read(member, "?companyId=" + other).expect(200).text("/companyId"))
                .isEqualTo(other.toString());
        read(member, "?companyId=" + things.company()).expectProblem(403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OWNER", "ANALYST"})
    void memberOfOneCompanyMayOmitIt(String role) {
        things.activity(company);

        var answer = read(people.member(company, role), "").expect(200);

        assertThat(answer.text("/companyId")).isEqualTo(company.toString());
        assertThat(answer.items("title")).containsExactly("Activity");
    }

    @Test
    void adminCanReadEveryCompany() {
        assertThat(read(people.admin(), "?companyId=" + company).expect(200).text("/companyId"))
                .isEqualTo(company.toString());
    }

    @Test
    void unknownCompanyOfAnAdminReturns403() {
        read(people.admin(), "?companyId=" + UUID.randomUUID()).expectProblem(404, "not-found");
    }

    @Test
    void adminMustSpecifyACompany() {
        read(people.admin(), "").expectProblem(400, "company-required");
    }

    @Test
    void removedMemberReturns403() {
        var member = people.member(company, "OWNER");
        read(member, "").expect(200);

        jdbc.sql("DELETE FROM companies.company_members WHERE user_id = ?")
                .param(member.id())
                .update();

        read(member, "").expectProblem(403, "forbidden");
        read(member, "?companyId=" + company).expectProblem(403, "forbidden");
    }

    private void join(UUID companyId, Person member) {
        jdbc.sql("INSERT INTO companies.company_members (company_id, user_id, role) VALUES (?, ?, 'ANALYST')")
                .params(companyId, member.id())
                .update();
    }

    private Answer read(Person caller, String query) {
        return http.get("/analytics/favorites" + query).as(caller).send();
    }
}
