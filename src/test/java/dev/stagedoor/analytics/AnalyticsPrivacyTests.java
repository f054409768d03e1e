package dev.stagedoor.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Responses, headers and logs of statistics contain no data of the users who saved the activities. */
@StagedoorTest
@ExtendWith(OutputCaptureExtension.class)
class AnalyticsPrivacyTests {

    private static final List<String> PRIVATE = List.of(
            "email", "phone", "name", "user", "person", "profile", "birth", "gender", "address", "city", "locale",
            "session");

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    private final List<String> secrets = new ArrayList<>();
    private UUID company;
    private UUID activity;
    private Person owner;

    @BeforeEach
    void saveActivity() {
        company = things.company();
        activity = things.activity(company);
        owner = people.member(company, "OWNER");
        var visitor = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO users.users (id, email, phone, password_hash, first_name, last_name)
                VALUES (?, ?, ?, '!', 'Xaverine', 'Quastenflosser')""")
                .params(visitor, visitor + "@example.com", "+4915777" + Math.abs(visitor.hashCode() % 1_000_000))
                .update();
        things.favorite(visitor, activity, Instant.now());
        secrets.addAll(List.of(visitor.toString(), "xaverine", "quastenflosser", "4915777"));
        secrets.addAll(favoriteIds(visitor));
    }

    @Test
    void responsesAndLogsContainNoPersonalData(CapturedOutput log) {
        var answers = new ArrayList<Answer>();
        for (var accept : List.of("application/json", "text/csv", "application/xml")) {
            for (var path : paths()) {
                answers.add(http.get(path).as(owner).header("Accept", accept).send());
            }
        }

        assertThat(answers).extracting(Answer::status).contains(200, 400, 403, 404, 406);
        assertThat(answers)
                .allSatisfy(answer ->
                        expectNobody(answer.body() + answer.response().headers().map()));
        expectNobody(log.getAll());
    }

    @Test
    void documentHasNoFieldForPersonalData() {
        var document = http.get("/v3/api-docs/business").send().expect(200).json();
        var fields = document.at("/components/schemas")
                .valueStream()
                .flatMap(schema -> schema.at("/properties").propertyNames().stream())
                .map(field -> field.toLowerCase(Locale.ROOT))
                .toList();

        assertThat(fields).contains("favoritescount", "added", "removed");
        assertThat(fields).noneSatisfy(field -> assertThat(PRIVATE).anyMatch(field::contains));
        assertThat(headers(document)).noneSatisfy(header -> assertThat(PRIVATE).anyMatch(header::contains));
    }

    private List<String> paths() {
        var timeline = "/analytics/favorites/timeline";
        return List.of(
                "/analytics/favorites",
                "/analytics/favorites?limit=1",
                "/analytics/favorites?companyId=" + things.company(),
                "/analytics/favorites?companyId=" + UUID.randomUUID(),
                "/analytics/favorites?cursor=x",
                "/analytics/favorites?limit=0",
                "/analytics/favorites?type=SERVICE&from=2020-01-01",
                timeline,
                timeline + "?activityId=" + activity,
                timeline + "?activityId=" + UUID.randomUUID(),
                timeline + "?interval=hour",
                "/activities/" + activity,
                "/activities?sort=popular&companyId=" + company);
    }

    private void expectNobody(String text) {
        var said = text.toLowerCase(Locale.ROOT);
        assertThat(secrets).noneMatch(said::contains);
    }

    private List<String> favoriteIds(UUID person) {
        return jdbc.sql("SELECT id FROM activities.user_activity_favorites WHERE user_id = ?")
                .param(person)
                .query(String.class)
                .list();
    }

    private static List<String> headers(JsonNode document) {
        return document.at("/paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .flatMap(operation -> operation.at("/responses").valueStream())
                .flatMap(answer -> answer.at("/headers").propertyNames().stream())
                .map(header -> header.toLowerCase(Locale.ROOT))
                .toList();
    }
}
