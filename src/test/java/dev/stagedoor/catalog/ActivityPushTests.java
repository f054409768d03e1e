package dev.stagedoor.catalog;

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
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@StagedoorTest
class ActivityPushTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    private Person admin;
    private UUID company;

    @BeforeEach
    void signIn() {
        admin = people.admin();
        company = things.company();
    }

    @Test
    void callerWithoutPermissionIsRejected() {
        var id = UUID.randomUUID();
        var body = body(company, "Jazz", "SERVICE", "null");

        http.put("/catalog/activities/" + id, body).send().expectProblem(401, "unauthorized");
        http.put("/catalog/activities/" + id, body)
                .as(people.member(company, "OWNER"))
                .send()
                .expectProblem(403, "forbidden");

        assertThat(rows(id)).isEmpty();
    }

    @Test
    void unknownCompanyReturns404() {
        var id = UUID.randomUUID();
        var standing = things.activity(company);
        var before = rows(standing);

        put(id, body(UUID.randomUUID(), "Jazz", "SERVICE", "null")).expectProblem(404, "not-found");
        put(standing, body(UUID.randomUUID(), "Jazz", "SERVICE", "null")).expectProblem(404, "not-found");

        assertThat(rows(id)).isEmpty();
        assertThat(rows(standing)).isEqualTo(before);
    }

    @Test
    void emptyBodyReportsEveryMissingField() {
        put(UUID.randomUUID(), "{}").expectFaults("companyId:required", "title:required", "type:required");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "title": ""                       | title:required
                    "title": " "                      | title:required
                    "title": 1                        | title:malformed
                    "title": "a\\tb"                  | title:malformed
                    "title": "a\\ud800"               | title:malformed
                    "type": null                      | type:required
                    "type": "slot_based"              | type:malformed
                    "type": "OTHER"                   | type:malformed
                    "type": 0                         | type:malformed
                    "type": ""                        | type:malformed
                    "companyId": "nope"               | companyId:malformed
                    "companyId": null                 | companyId:required
                    "id": null                        | id:unknown
                    "image_url": null                 | image_url:unknown
                    "favoritesCount": 9               | favoritesCount:unknown
                    """)
    void invalidFieldIsReported(String field, String fault) {
        var id = UUID.randomUUID();
        var name = field.substring(0, field.indexOf(':'));
        var rest = body(company, "Jazz", "SERVICE", "null")
                .replaceFirst(name + ": (null|\"[^\"]*\")", "\"imageUrl\": null");
        var body = rest.replaceFirst("\"imageUrl\": null", Matcher.quoteReplacement(field));

        put(id, body).expectFaults(fault);

        assertThat(rows(id)).isEmpty();
    }

    @Test
    void longTitleIsRejected() {
        var id = UUID.randomUUID();

        put(id, body(company, "t".repeat(201), "SERVICE", "null")).expectFaults("title:out-of-range");

        assertThat(rows(id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://my_bucket.example.com/a.jpg, https://my_bucket.example.com/a.jpg",
        "https://my_bucket.example.com:8443/a.jpg?b=c, https://my_bucket.example.com:8443/a.jpg?b=c",
        "https://müller.example/ü.jpg, https://xn--mller-kva.example/%C3%BC.jpg",
        "HTTPS://STRASSE.example:443/a.jpg, HTTPS://STRASSE.example:443/a.jpg",
        "https://straße.example/a.jpg, https://xn--strae-oqa.example/a.jpg"
    })
    void hostOfAnImageUrlIsStoredInAscii(String url, String stored) {
        var activity = put(UUID.randomUUID(), body(company, "Jazz", "SERVICE", '"' + url + '"'))
                .expect(201);

        assertThat(activity.text("/imageUrl")).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "data:image/png;base64,AAAA",
                "file:///etc/passwd",
                "ftp://images.example.com/a.jpg",
                "/a.jpg",
                "a.jpg",
                "//images.example.com/a.jpg",
                "https:a.jpg",
                "https://",
                "https://images.example.com/a b.jpg",
                "https://images..example.com/a.jpg",
                "https://images.example.com:port/a.jpg",
                "https://a\u200db.example/a.jpg",
                "https://images.example.com/<a>.jpg",
                "https://images.example.com/%zz"
            })
    void invalidImageUrlIsRejected(String url) {
        var id = UUID.randomUUID();

        put(id, body(company, "Jazz", "SERVICE", "\"" + url + "\"")).expectFaults("imageUrl:malformed");

        assertThat(rows(id)).isEmpty();
    }

    @Test
    void longImageUrlIsRejected() {
        var id = UUID.randomUUID();

        put(id, body(company, "Jazz", "SERVICE", "\"https://a.example/%s\"".formatted("a".repeat(1_983))))
                .expectFaults("imageUrl:malformed");
        put(id, body(company, "Jazz", "SERVICE", "\"https://a.example/%s\"".formatted("a".repeat(1_982))))
                .expect(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://images.example.com/a.jpg?w=200&h=100#top",
                "http://localhost:8080/a.jpg",
                "HTTPS://images.example.com/a.jpg",
                "https://[2001:db8::1]/a.jpg",
                "https://images.example.com/%20a.jpg"
            })
    void webUrlIsAccepted(String url) {
        var id = UUID.randomUUID();

        put(id, body(company, "Jazz", "SERVICE", "\"" + url + "\"")).expect(201);

        assertThat(rows(id).get(0)).containsEntry("image_url", url);
    }

    @Test
    void titleOf200CharactersIsAccepted() {
        put(UUID.randomUUID(), body(company, "ü".repeat(200), "SERVICE", "null"))
                .expect(201);
        put(UUID.randomUUID(), body(company, "t", "SERVICE", "null")).expect(201);
    }

    @Test
    void secondPushReplacesTheActivity() {
        var id = UUID.randomUUID();
        var other = things.company();

        var made = put(id, body(company, "Jazz", "SERVICE", "\"https://a.example/a.jpg\""))
                .expect(201);
        var first = rows(id).get(0);
        put(id, body(other, "Free jazz", "SLOT_BASED", "null")).expect(200);

        assertThat(made.json()).isEqualTo(JsonMapper.shared().readTree("""
                {"id": "%s", "companyId": "%s", "title": "Jazz", "type": "SERVICE",
                 "imageUrl": "https://a.example/a.jpg"}""".formatted(id, company)));
        assertThat(rows(id).get(0))
                .containsEntry("company_id", other)
                .containsEntry("title", "Free jazz")
                .containsEntry("type", "SLOT_BASED")
                .containsEntry("image_url", null)
                .containsEntry("created_at", first.get("created_at"))
                .doesNotContainEntry("updated_at", first.get("updated_at"));
    }

    @Test
    void missingImageUrlIsNull() {
        var id = UUID.randomUUID();
        put(id, body(company, "Jazz", "SERVICE", "\"https://a.example/a.jpg\"")).expect(201);

        put(id, body(company, "Jazz", "SERVICE", "null").replace(", \"imageUrl\": null", ""))
                .expect(200);

        assertThat(rows(id).get(0)).containsEntry("image_url", null);
    }

    @Test
    void repeatedPushChangesNothing() {
        var id = UUID.randomUUID();
        put(id, body(company, "Jazz", "SERVICE", "null")).expect(201);
        var before = rows(id);

        put(id, body(company, "Jazz", "SERVICE", "null")).expect(200);

        assertThat(rows(id)).isEqualTo(before);
    }

    @Test
    void concurrentPushesCreateOneActivity() {
        var id = UUID.randomUUID();

        var answers = Together.run(16, each -> put(id, body(company, "Jazz " + each % 2, "SERVICE", "null")));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(rows(id)).hasSize(1);
    }

    private Answer put(UUID id, String body) {
        return http.put("/catalog/activities/" + id, body).as(admin).send();
    }

    private List<Map<String, Object>> rows(UUID id) {
        return jdbc.sql("SELECT * FROM activities.activities WHERE id = ?")
                .param(id)
                .query()
                .listOfRows();
    }

    private static String body(UUID company, String title, String type, String image) {
        return "{\"companyId\": \"%s\", \"title\": \"%s\", \"type\": \"%s\", \"imageUrl\": %s}"
                .formatted(company, title, type, image);
    }
}
