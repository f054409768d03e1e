package dev.stagedoor.favorite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import dev.stagedoor.support.Together;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class FavoriteImportTests {

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

    @BeforeEach
    void open() {
        rows = new FavoriteRows(jdbc);
        person = people.anyone();
    }

    /** The session is still cached. */
    @Test
    void importOfAPurgedAccountReturns401() {
        http.get("/me").as(person).send().expect(200);
        jdbc.sql("DELETE FROM users.users WHERE id = ?").param(person.id()).update();

        http.post("/favorites/import", body(List.of(things.activity())))
                .as(person)
                .send()
                .expectProblem(401, "unauthorized");
    }

    @Test
    void requestWithoutATokenReturns401() {
        http.post("/favorites/import", body(List.of(things.activity()))).send().expectProblem(401, "unauthorized");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                               | activityIds:required
                    {"activityIds": null}                                            | activityIds:required
                    {"activityIds": "a0000000-0000-4000-8000-000000000001"}          | activityIds:malformed
                    {"activityIds": {}}                                              | activityIds:malformed
                    {"activityIds": [null]}                                          | activityIds[0]:required
                    {"activityIds": ["a0000000-0000-4000-8000-000000000001", null]}  | activityIds[1]:required
                    {"activityIds": ["nope"]}                                        | activityIds[0]:malformed
                    {"activityIds": ["a0000000-0000-4000-8000-000000000001", 1]}     | activityIds[1]:malformed
                    {"activityIds": [[]]}                                            | activityIds[0]:malformed
                    {"activityIds": [], "userId": null}                              | userId:unknown
                    {"ids": []}                                                      | ids:unknown,activityIds:required
                    """)
    void bodyOfAnotherFormIsRejected(String body, String fault) {
        http.post("/favorites/import", body).as(person).send().expectFaults(fault.split(","));
    }

    @Test
    void moreThan200IdsAreRejected() {
        var activity = things.activity();

        http.post("/favorites/import", body(Collections.nCopies(201, activity)))
                .as(person)
                .send()
                .expectFaults("activityIds:out-of-range");

        assertThat(rows.count(person.id())).isZero();
    }

    @Test
    void invalidIdPreventsTheWholeImport() {
        var body = body(things.activities(things.company(), 3)).replace("]", ", null]");

        http.post("/favorites/import", body).as(person).send().expectFaults("activityIds[3]:required");

        assertThat(rows.count(person.id())).isZero();
    }

    @Test
    void importOf200ActivitiesSucceeds() {
        var activities = things.activities(things.company(), 200);

        assertThat(load(activities, "added")).containsExactlyElementsOf(texts(activities));

        assertThat(rows.count(person.id())).isEqualTo(200);
    }

    @Test
    void emptyImportSucceeds() {
        var answer = http.post("/favorites/import", body(List.of()))
                .as(person)
                .send()
                .expect(200);

        assertThat(answer.body()).isEqualTo("{\"added\":[],\"existing\":[],\"unknown\":[]}");
    }

    @Test
    void resultListsTheIdsInTheOrderOfTheRequest() {
        var activities = things.activities(things.company(), 6);
        var saved = List.of(activities.get(4), activities.get(1));
        saved.forEach(activity -> things.favorite(person.id(), activity, Instant.parse("2026-01-01T00:00:00Z")));
        var strangers = Stream.generate(UUID::randomUUID).limit(3).toList();
        var sent = Stream.of(strangers.get(0), activities.get(5), activities.get(4), activities.get(0))
                .collect(Collectors.toList());
        sent.addAll(
                List.of(strangers.get(2), activities.get(1), activities.get(3), strangers.get(1), activities.get(2)));

        var answer = load(sent).expect(200);

        assertThat(ids(answer, "added"))
                .containsExactlyElementsOf(
                        texts(List.of(activities.get(5), activities.get(0), activities.get(3), activities.get(2))));
        assertThat(ids(answer, "existing")).containsExactlyElementsOf(texts(saved));
        assertThat(ids(answer, "unknown"))
                .containsExactlyElementsOf(texts(List.of(strangers.get(0), strangers.get(2), strangers.get(1))));
        assertThat(rows.count(person.id())).isEqualTo(6);
    }

    @Test
    void importKeepsTheOrderOfTheRequest() {
        var activities = things.activities(things.company(), 30);
        var before = Instant.now().minusMillis(1);
        load(activities).expect(200);

        var newestFirst = texts(activities).stream().collect(Collectors.toList());
        Collections.reverse(newestFirst);
        assertThat(http.get("/favorites?limit=100").as(person).send().items("activityId"))
                .containsExactlyElementsOf(newestFirst);
        assertThat(rows.of(person.id()))
                .allSatisfy(row -> assertThat(row.createdAt()).isBetween(before, Instant.now()));
    }

    @Test
    void duplicateIdsCountOnce() {
        var activities = things.activities(things.company(), 2);
        var stranger = UUID.randomUUID();

        var answer = load(List.of(
                        activities.get(1), stranger, activities.get(1), activities.get(0), stranger, activities.get(1)))
                .expect(200);

        assertThat(ids(answer, "added"))
                .containsExactlyElementsOf(texts(List.of(activities.get(1), activities.get(0))));
        assertThat(ids(answer, "existing")).isEmpty();
        assertThat(ids(answer, "unknown")).containsExactly(stranger.toString());
    }

    @Test
    void repeatedImportChangesNothing() {
        var activities = things.activities(things.company(), 3);
        load(activities).expect(200);
        var before = rows.of(person.id());

        assertThat(load(activities, "existing")).containsExactlyElementsOf(texts(activities));

        assertThat(rows.of(person.id())).isEqualTo(before);
    }

    @Test
    void concurrentImportsAddEachActivityOnce() {
        var activities = things.activities(things.company(), 20);

        var answers = Together.run(16, each -> load(activities.subList(each / 4, each / 4 + 16)));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers.stream().flatMap(answer -> ids(answer, "added").stream()))
                .containsExactlyInAnyOrderElementsOf(texts(activities.subList(0, 19)));
        assertThat(rows.count(person.id())).isEqualTo(19);
    }

    @Test
    void importsAndSavesSucceedConcurrently() {
        var activities = things.activities(things.company(), 16);
        var backwards = IntStream.range(0, 16)
                .mapToObj(each -> activities.get(15 - each))
                .toList();

        var answers = Together.run(
                32,
                each -> each % 2 == 0
                        ? http.post("/favorites", "{\"activityId\": \"%s\"}".formatted(activities.get(each / 2)))
                                .as(person)
                                .send()
                        : load(each % 4 == 1 ? activities : backwards));

        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 201);
        assertThat(rows.count(person.id())).isEqualTo(16);
    }

    private Answer load(List<UUID> activities) {
        return http.post("/favorites/import", body(activities)).as(person).send();
    }

    private List<String> load(List<UUID> activities, String what) {
        return ids(load(activities).expect(200), what);
    }

    private static List<String> ids(Answer answer, String what) {
        return answer.json()
                .at("/" + what)
                .valueStream()
                .map(id -> id.asString())
                .toList();
    }

    private static List<String> texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    private static String body(List<UUID> ids) {
        return ids.stream().map("\"%s\""::formatted).collect(Collectors.joining(", ", "{\"activityIds\": [", "]}"));
    }
}
