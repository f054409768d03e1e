package dev.stagedoor.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class CompanyDirectoryTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    @Test
    void callerWithoutRightsIsRejected() {
        var company = things.company();

        for (var path : List.of("/admin/companies", "/admin/companies/" + company + "/members")) {
            http.get(path).send().expectProblem(401, "unauthorized");
            http.get(path).as(people.member(company, "OWNER")).send().expectProblem(403, "forbidden");
        }
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit:out-of-range", "limit=101, limit:out-of-range"})
    void invalidParameterIsRejected(String query, String fault) {
        assertThat(get(people.admin(), "?" + query).expect(400).body()).contains(fault.split(":")[0]);
    }

    @Test
    void cursorOfAnotherSearchIsRejected() {
        var admin = people.admin();
        things.company();
        things.company();
        var cursor = get(admin, "?limit=1").expect(200).text("/nextCursor");

        get(admin, "?limit=1&search=Company&cursor=" + cursor).expectProblem(400, "invalid-cursor");
        get(people.admin(), "?limit=1&cursor=" + cursor).expectProblem(400, "invalid-cursor");
    }

    @Test
    void unknownCompanyReturns404() {
        get(people.admin(), "/" + UUID.randomUUID() + "/members").expectProblem(404, "not-found");
    }

    @Test
    void companyHasTheNumberOfItsMembersAndActivities() {
        var company = things.company();
        things.activities(company, 3);
        people.member(company, "OWNER");
        people.member(company, "ANALYST");

        var found = get(people.admin(), "?search=" + company).expect(200);

        assertThat(found.json().at("/items").size()).isEqualTo(1);
        assertThat(found.json().at("/nextCursor").isNull()).isTrue();
        var item = found.json().at("/items/0");
        assertThat(item.propertyNames()).containsExactly("id", "name", "members", "activities", "createdAt");
        assertThat(item.at("/id").asString()).isEqualTo(company.toString());
        assertThat(item.at("/members").asInt()).isEqualTo(2);
        assertThat(item.at("/activities").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Café", "cafe", "CAFE\u0301", " café "})
    void searchIgnoresCaseAndAccents(String search) {
        var company = things.company();
        jdbc.sql("UPDATE companies.companies SET name = 'Grand Café ' || id WHERE id = ?")
                .param(company)
                .update();

        var part = URLEncoder.encode(search, StandardCharsets.UTF_8);

        assertThat(get(people.admin(), "?limit=100&search=" + part).expect(200).items("id"))
                .contains(company.toString());
        assertThat(get(people.admin(), "?search=%25" + company).expect(200).items("id"))
                .isEmpty();
    }

    @Test
    void pagesAreNewestFirstWithoutGapsDuringInserts() {
        var admin = people.admin();
        var prefix = UUID.randomUUID().toString();
        var companies = new ArrayList<String>();
        for (var index = 0; index < 5; index++) {
            companies.add(0, named(prefix));
        }
        var read = new ArrayList<String>();
        String cursor = null;
        do {
            var page = get(admin, "?limit=2&search=" + prefix + (cursor == null ? "" : "&cursor=" + cursor))
                    .expect(200);
            read.addAll(page.items("id"));
            cursor = page.json().at("/nextCursor").isNull() ? null : page.text("/nextCursor");
            named(prefix);
        } while (cursor != null && read.size() < 20);

        assertThat(read).isEqualTo(companies);
    }

    @Test
    void membersAreListedAndAudited() {
        var admin = people.admin();
        var company = things.company();
        var owner = people.member(company, "OWNER");
        var analyst = people.member(company, "ANALYST");

        var members = get(admin, "/" + company + "/members").expect(200);

        assertThat(members.items("userId"))
                .containsExactly(owner.id().toString(), analyst.id().toString());
        assertThat(members.items("role")).containsExactly("OWNER", "ANALYST");
        assertThat(members.json().at("/items/0").propertyNames())
                .containsExactly("userId", "email", "firstName", "lastName", "role", "since");
        var events = http.get("/admin/audit-events?action=COMPANY_MEMBERS_LISTED&actor=" + admin.id())
                .as(admin)
                .send()
                .expect(200);
        assertThat(events.text("/items/0/after/companyId")).isEqualTo(company.toString());
        assertThat(events.body()).doesNotContain(owner.email());
    }

    private String named(String prefix) {
        var company = things.company();
        jdbc.sql("UPDATE companies.companies SET name = ? || id WHERE id = ?")
                .params(prefix, company)
                .update();
        return company.toString();
    }

    private Answer get(Person admin, String path) {
        return http.get("/admin/companies" + path).as(admin).send();
    }
}
