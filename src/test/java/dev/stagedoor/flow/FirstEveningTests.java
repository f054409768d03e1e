package dev.stagedoor.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A scenario across all packages that uses only HTTP requests. */
@StagedoorTest
class FirstEveningTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Test
    void visitorSignsUpAndSavesFavoritesThatTheCompanyCounts() {
        var admin = people.admin();
        var company = UUID.randomUUID();
        var jazz = UUID.randomUUID();
        var ropes = UUID.randomUUID();

        http.put("/catalog/companies/" + company, "{\"name\": \"Stage & Rope\"}")
                .as(admin)
                .send()
                .expect(201);
        var pushed = http.put("/catalog/activities", """
                        {"items": [
                          {"id": "%s", "companyId": "%s", "title": "Jazz at eight", "type": "SLOT_BASED"},
                          {"id": "%s", "companyId": "%s", "title": "First rope", "type": "SERVICE"}]}""".formatted(jazz, company, ropes, company))
                .as(admin)
                .send()
                .expect(200);
        assertThat(pushed.text("/created")).isEqualTo("2");

        var browsed =
                http.get("/activities?search=jazz&companyId=" + company).send().expect(200);
        assertThat(browsed.items("id")).containsExactly(jazz.toString());
        assertThat(browsed.json().at("/items/0/favorite").isNull()).isTrue();

        var mia = http.post("/auth/register", People.registration(People.anyEmail()))
                .send()
                .expect(201);
        var collected = http.post(
                        "/favorites/import", "{\"activityIds\": [\"%s\", \"%s\"]}".formatted(jazz, UUID.randomUUID()))
                .bearer(mia.text("/accessToken"))
                .send()
                .expect(200);
        assertThat(collected.json().at("/added/0").asString()).isEqualTo(jazz.toString());
        assertThat(collected.json().at("/unknown").size()).isEqualTo(1);
        save(mia, jazz).expect(200);
        save(mia, ropes).expect(201);
        assertThat(list(mia).items("activityId")).containsExactly(ropes.toString(), jazz.toString());
        assertThat(activity(mia, jazz).text("/favorite")).isEqualTo("true");

        http.delete("/favorites/" + jazz)
                .bearer(mia.text("/accessToken"))
                .send()
                .expect(204);
        assertThat(list(mia).items("activityId")).containsExactly(ropes.toString());
        assertThat(activity(mia, jazz).text("/favorite")).isEqualTo("false");

        var noah = people.anyone();
        http.get("/analytics/favorites").as(noah).send().expectProblem(403, "forbidden");
        http.put("/admin/companies/%s/members/%s".formatted(company, noah.id()), "{\"role\": \"ANALYST\"}")
                .as(admin)
                .send()
                .expect(204);
        assertThat(http.get("/me").as(noah).send().expect(200).text("/companies/0/name"))
                .isEqualTo("Stage & Rope");

        var statistics = http.get("/analytics/favorites").as(noah).send().expect(200);
        assertThat(statistics.text("/companyId")).isEqualTo(company.toString());
        assertThat(statistics.json().at("/totals").toString())
                .isEqualTo("{\"favoritesCount\":1,\"added\":2,\"removed\":1}");
        assertThat(statistics.items("title")).containsExactly("First rope", "Jazz at eight");
        assertThat(statistics.items("favoritesCount")).containsExactly("1", "0");
        assertThat(statistics.body()).doesNotContain(mia.text("/user/id"), mia.text("/user/email"));
    }

    private Answer save(Answer session, UUID activity) {
        return http.post("/favorites", "{\"activityId\": \"%s\"}".formatted(activity))
                .bearer(session.text("/accessToken"))
                .send();
    }

    private Answer list(Answer session) {
        return http.get("/favorites")
                .bearer(session.text("/accessToken"))
                .send()
                .expect(200);
    }

    private Answer activity(Answer session, UUID id) {
        return http.get("/activities/" + id)
                .bearer(session.text("/accessToken"))
                .send()
                .expect(200);
    }
}
