package dev.stagedoor.favorite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import dev.stagedoor.support.Together;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
@Tag("fuzz")
class FavoriteRaceTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    private FavoriteRows rows;

    @BeforeEach
    void open() {
        rows = new FavoriteRows(jdbc);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32})
    void concurrentSavesCreateOneFavorite(int number) {
        var person = people.anyone();
        var activity = things.activity();

        var answers = Together.run(number, each -> save(person, activity));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(answers)
                .extracting(answer -> answer.text("/id"))
                .containsOnly(rows.of(person.id()).get(0).id().toString());
        assertThat(rows.count(person.id())).isEqualTo(1);
    }

    @RepeatedTest(5)
    void everySuccessfulSaveIsPersistedOrRemoved() {
        var person = people.anyone();
        var activity = things.activity();

        var answers = Together.run(32, each -> each % 2 == 0 ? save(person, activity) : remove(person, activity));

        var made = answers.stream().filter(answer -> answer.status() == 201).count();
        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 201, 204, 409);
        assertThat(made).isPositive();
        assertThat(rows.count(person.id()) + rows.removals(activity).size()).isEqualTo((int) made);
    }

    @Test
    void concurrentRemovalsCountOnce() {
        var person = people.anyone();
        var activity = things.activity();
        save(person, activity).expect(201);

        var answers = Together.run(16, each -> remove(person, activity));

        assertThat(answers).extracting(Answer::status).containsOnly(204);
        assertThat(rows.count(person.id())).isZero();
        assertThat(rows.removals(activity)).hasSize(1);
    }

    @Test
    void concurrentSavesOfOneUserSucceed() {
        var person = people.anyone();
        var activities = things.activities(things.company(), 32);

        var answers = Together.run(32, each -> save(person, activities.get(each)));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(rows.activities(person.id()))
                .containsExactlyInAnyOrderElementsOf(
                        activities.stream().map(UUID::toString).toList());
    }

    @Test
    void concurrentSavesOfOneActivityByManyUsersSucceed() {
        var activity = things.activity();
        var crowd = Stream.generate(people::anyone).limit(16).toList();

        var answers = Together.run(16, each -> save(crowd.get(each), activity));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(crowd)
                .allSatisfy(person -> assertThat(rows.count(person.id())).isEqualTo(1));
    }

    @RepeatedTest(10)
    void activityCanBeDeletedDuringSaves() {
        var admin = people.admin();
        var person = people.anyone();
        var activity = things.activity();

        var answers = Together.run(
                16, each -> each == 8 ? delete(admin, activity) : save(each % 2 == 0 ? admin : person, activity));

        assertThat(answers.get(8).status()).isEqualTo(204);
        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 201, 204, 404);
        assertThat(rows.count(person.id()) + rows.count(admin.id())).isZero();
        save(person, activity).expectProblem(404, "not-found");
    }

    @RepeatedTest(10)
    void activityCanBeDeletedDuringRemovals() {
        var admin = people.admin();
        var activity = things.activity();
        var crowd = Stream.generate(people::anyone).limit(7).toList();
        crowd.forEach(person -> save(person, activity).expect(201));

        var answers = Together.run(8, each -> each == 7 ? delete(admin, activity) : remove(crowd.get(each), activity));

        assertThat(answers).extracting(Answer::status).containsOnly(204);
        delete(admin, activity).expect(204);
        assertThat(crowd)
                .allSatisfy(person -> assertThat(rows.count(person.id())).isZero());
        assertThat(rows.removals(activity)).isEmpty();
    }

    private Answer save(Person person, UUID activity) {
        return http.post("/favorites", "{\"activityId\": \"%s\"}".formatted(activity))
                .as(person)
                .send();
    }

    private Answer remove(Person person, UUID activity) {
        return http.delete("/favorites/" + activity).as(person).send();
    }

    private Answer delete(Person admin, UUID activity) {
        return http.delete("/catalog/activities/" + activity).as(admin).send();
    }
}
