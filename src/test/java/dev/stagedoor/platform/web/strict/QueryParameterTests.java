package dev.stagedoor.platform.web.strict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@StagedoorTest
class QueryParameterTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/me?limt=5",
                "/favorites?limit=5&limt=5",
                "/activities?limt=5",
                "/activities?limt%5B%5D=5",
                "/admin/users?limt=5&limt=6"
            })
    void unknownParameterReturns400(String path) {
        http.get(path).as(people.admin()).send().expectFaults("limt:unknown");
    }

    @Test
    void unknownParameterOfAWriteChangesNothing() {
        var person = people.anyone();

        http.post("/favorites?dryRun=true", "{\"activityId\": \"%s\"}".formatted(things.activity()))
                .as(person)
                .send()
                .expectFaults("dryRun:unknown");

        assertThat(http.get("/favorites").as(person).send().expect(200).items("activityId"))
                .isEmpty();
    }

    @Test
    void credentialsAreCheckedFirst() {
        http.get("/me?limt=5").send().expectProblem(401, "unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "TRUE", "on"})
    void booleanHasItsCanonicalForm(String active) {
        http.get("/admin/users?active=" + active).as(people.admin()).send().expectProblem(400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/activities?type=&companyId=&sort=&limit=&cursor=&search=",
                "/admin/users?role=&active=&email=&search=&page=&limit=&cursor=",
                "/admin/audit-events?actor=&userId=&action=&limit=&cursor=",
                "/favorites?type=&limit=&cursor="
            })
    void emptyValuesCountAsAbsent(String path) {
        var admin = people.admin();

        var answer = http.get(path).as(admin).send().expect(200);

        assertThat(answer.json().at("/items")).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void emptyValuesOfStatisticsCountAsAbsent() {
        var company = things.company();
        var member = people.member(company, "OWNER");

        http.get("/analytics/favorites/timeline?companyId=" + company + "&activityId=&from=&to=&interval=")
                .as(member)
                .send()
                .expect(200);
        http.get("/analytics/favorites?companyId=&from=&to=&type=&limit=&cursor=")
                .as(member)
                .send()
                .expect(200);
    }

    @Test
    void listsCanBeWrittenWithBrackets() {
        var person = people.anyone();
        var saved = things.activity();
        http.post("/favorites", "{\"activityId\": \"%s\"}".formatted(saved))
                .as(person)
                .send()
                .expect(201);

        var answer = http.get("/favorites?activityId%5B%5D=" + saved + "&activityId%5B%5D=" + UUID.randomUUID())
                .as(person)
                .send()
                .expect(200);

        assertThat(answer.items("activityId")).containsExactly(saved.toString());
    }
}
