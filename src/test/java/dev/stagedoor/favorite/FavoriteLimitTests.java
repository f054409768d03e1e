package dev.stagedoor.favorite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import dev.stagedoor.support.Together;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The limit of 5,000 favorites is exact, also under concurrency. */
@StagedoorTest
class FavoriteLimitTests {

    private static final int MOST = 5_000;

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    private FavoriteRows rows;
    private Person person;
    private UUID company;

    @BeforeEach
    void open() {
        rows = new FavoriteRows(jdbc);
        person = people.anyone();
        company = things.company();
    }

    @Test
    void saveAtTheLimitReturns409() {
        rows.fill(person.id(), company, MOST);

        save(things.activity(company)).expectProblem(409, "favorite-limit-reached");

        assertThat(rows.count(person.id())).isEqualTo(MOST);
    }

    @Test
    void unknownActivityReturns404AtTheLimit() {
        rows.fill(person.id(), company, MOST);

        save(UUID.randomUUID()).expectProblem(404, "not-found");
    }

    @Test
    void importOverTheLimitSavesNothing() {
        rows.fill(person.id(), company, MOST - 1);
        var before = rows.of(person.id());

        load(things.activities(company, 2)).expectProblem(409, "favorite-limit-reached");

        assertThat(rows.of(person.id())).isEqualTo(before);
    }

    @Test
    void importUpToTheLimitSavesEverything() {
        rows.fill(person.id(), company, MOST - 2);
        var activities = things.activities(company, 2);

        assertThat(load(activities).expect(200).json().at("/added").size()).isEqualTo(2);
        assertThat(load(activities).expect(200).json().at("/existing").size()).isEqualTo(2);

        assertThat(rows.count(person.id())).isEqualTo(MOST);
    }

    @Test
    void savedActivityReturns200AtTheLimit() {
        rows.fill(person.id(), company, MOST);
        var row = rows.of(person.id()).get(MOST - 1);

        assertThat(save(row.activityId()).expect(200).text("/id"))
                .isEqualTo(row.id().toString());
    }

    @Test
    void removalAllowsAnotherSaveAtTheLimit() {
        rows.fill(person.id(), company, MOST);
        var removed = rows.of(person.id()).get(0).activityId();
        http.delete("/favorites/" + removed).as(person).send().expect(204);

        save(things.activity(company)).expect(201);
        save(things.activity(company)).expectProblem(409, "favorite-limit-reached");
    }

    @Test
    void limitIsExactForConcurrentSaves() {
        rows.fill(person.id(), company, MOST - 10);
        var activities = things.activities(company, 32);

        var answers = Together.run(32, each -> save(activities.get(each)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(10);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(22)
                .allSatisfy(answer -> answer.expectProblem(409, "favorite-limit-reached"));
        assertThat(rows.count(person.id())).isEqualTo(MOST);
    }

    @Test
    void limitIsExactForConcurrentSavesAndImports() {
        rows.fill(person.id(), company, MOST - 20);
        var activities = things.activities(company, 96);

        var answers = Together.run(
                16,
                each -> each % 2 == 0
                        ? save(activities.get(each * 6))
                        : load(activities.subList(each * 6, each * 6 + 6)));

        var saved = answers.stream().filter(answer -> answer.status() == 201).count();
        var loaded = answers.stream().filter(answer -> answer.status() == 200).count();
        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 201, 409).contains(409);
        assertThat(rows.count(person.id()))
                .isEqualTo((int) (MOST - 20 + saved + 6 * loaded))
                .isLessThanOrEqualTo(MOST);
    }

    private Answer save(UUID activity) {
        return http.post("/favorites", "{\"activityId\": \"%s\"}".formatted(activity))
                .as(person)
                .send();
    }

    private Answer load(List<UUID> activities) {
        var ids = activities.stream().map("\"%s\""::formatted).collect(Collectors.joining(","));
        return http.post("/favorites/import", "{\"activityIds\": [%s]}".formatted(ids))
                .as(person)
                .send();
    }
}
