package dev.stagedoor.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import dev.stagedoor.support.Together;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Concurrent bulk pushes of the same activities in different orders. */
@StagedoorTest
class BulkRaceTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    @RepeatedTest(3)
    void overlappingBulkPushesSucceed() {
        var admin = people.admin();
        var company = things.company();
        var ids = Stream.generate(UUID::randomUUID).limit(300).collect(Collectors.toList());
        ids.subList(0, 100).forEach(id -> jdbc.sql("""
                                INSERT INTO activities.activities (id, company_id, title, type)
                                VALUES (?, ?, 'Old', 'SERVICE')""").params(id, company).update());

        var answers = Together.run(
                12,
                each -> http.put("/catalog/activities", body(company, shuffled(ids, each), "Title " + each))
                        .as(admin)
                        .send());

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(sum(answers, "created")).isEqualTo(200);
        assertThat(jdbc.sql("SELECT DISTINCT title FROM activities.activities WHERE company_id = ?")
                        .param(company)
                        .query(String.class)
                        .list())
                .hasSize(1);
    }

    @Test
    void concurrentBulkPushesCountEachNewActivityOnce() {
        var admin = people.admin();
        var company = things.company();
        var ids = Stream.generate(UUID::randomUUID).limit(100).collect(Collectors.toList());

        var answers = Together.run(
                8,
                each -> http.put("/catalog/activities", body(company, shuffled(ids, each), "Same"))
                        .as(admin)
                        .send());

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(sum(answers, "created")).isEqualTo(100);
        assertThat(sum(answers, "updated")).isZero();
        assertThat(sum(answers, "unchanged")).isEqualTo(700);
    }

    @RepeatedTest(3)
    void bulkPushesDeletionsAndSavesSucceedConcurrently() {
        var admin = people.admin();
        var company = things.company();
        var ids = things.activities(company, 12);

        var answers = Together.run(24, each -> switch (each % 4) {
            case 0 ->
                http.put("/catalog/activities", body(company, shuffled(ids, each), "Title " + each))
                        .as(admin)
                        .send();
            case 1 ->
                http.delete("/catalog/activities/" + ids.get(each / 2))
                        .as(admin)
                        .send();
            case 2 ->
                http.put("/catalog/companies/" + company, "{\"name\": \"Name %s\"}".formatted(each))
                        .as(admin)
                        .send();
            default ->
                http.post("/favorites", "{\"activityId\": \"%s\"}".formatted(ids.get(each / 2)))
                        .as(admin)
                        .send();
        });

        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 201, 204, 404, 409);
    }

    private static List<UUID> shuffled(List<UUID> ids, int seed) {
        var copy = ids.stream().collect(Collectors.toList());
        Collections.shuffle(copy, new Random(seed));
        return copy;
    }

    private static int sum(List<Answer> answers, String count) {
        return answers.stream()
                .mapToInt(answer -> answer.json().at("/" + count).asInt())
                .sum();
    }

    private static String body(UUID company, List<UUID> ids, String title) {
        return ids.stream()
                .map(id -> """
                        {"id": "%s", "companyId": "%s", "title": "%s", "type": "SERVICE"}""".formatted(id, company, title))
                .collect(Collectors.joining(",", "{\"items\": [", "]}"));
    }
}
