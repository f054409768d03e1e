package dev.stagedoor.favorite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class FavoriteListTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

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

    @Test
    void requestWithoutATokenReturns401() {
        http.get("/favorites").send().expectProblem(401, "unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "2147483647"})
    void limitOutOfRangeReturns400(String limit) {
        http.get("/favorites?limit=" + limit).as(people.anyone()).send().expectFaults("limit:out-of-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=x", "limit=1.5", "type=FOO", "type=service", "activityId=1", "activityId=nope"})
    void valueOfAnotherTypeReturns400(String query) {
        http.get("/favorites?" + query).as(people.anyone()).send().expectProblem(400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"activityId=", "activityId=&activityId="})
    void emptyActivityIdCountsAsAbsent(String query) {
        var person = people.anyone();
        var saved = things.activity();
        http.post("/favorites", "{\"activityId\": \"%s\"}".formatted(saved))
                .as(person)
                .send()
                .expect(201);

        assertThat(http.get("/favorites?" + query).as(person).send().expect(200).items("activityId"))
                .containsExactly(saved.toString());
    }

    @Test
    void moreThan100ActivityIdsReturn400() {
        http.get("/favorites?" + query(ids(101))).as(people.anyone()).send().expectFaults("activityId:out-of-range");
    }

    @Test
    void newAccountHasNoFavorites() {
        var answer = http.get("/favorites").as(people.anyone()).send().expect(200);

        assertThat(answer.body()).isEqualTo("{\"items\":[],\"nextCursor\":null}");
    }

    @Test
    void newestFavoriteIsFirst() {
        var person = people.anyone();
        var activities = things.activities(things.company(), 3);
        things.favorite(person.id(), activities.get(0), START.plusSeconds(1));
        things.favorite(person.id(), activities.get(1), START.plusSeconds(2));
        things.favorite(person.id(), activities.get(2), START);

        assertThat(list(person, "")).containsExactlyElementsOf(texts(activities, 1, 0, 2));
    }

    @Test
    void listedRecordEqualsTheSavedOne() {
        var person = people.anyone();
        var saved = http.post("/favorites", "{\"activityId\": \"%s\"}".formatted(things.activity()))
                .as(person)
                .send()
                .expect(201);

        var list = http.get("/favorites").as(person).send().expect(200);

        assertThat(list.json().at("/items/0")).isEqualTo(saved.json());
        assertThat(list.json().propertyNames()).containsExactlyInAnyOrder("items", "nextCursor");
    }

    @Test
    void defaultLimitIs20() {
        var person = people.anyone();
        rows.fill(person.id(), things.company(), 101);

        assertThat(list(person, "")).hasSize(20);
        assertThat(list(person, "?limit=1")).hasSize(1);
        assertThat(list(person, "?limit=100")).hasSize(100);
    }

    @Test
    void typeFiltersTheList() {
        var person = people.anyone();
        var company = things.company();
        var slots = things.activity(company, "SLOT_BASED", "At eight");
        var service = things.activity(company, "SERVICE", "By arrangement");
        things.favorite(person.id(), slots, START);
        things.favorite(person.id(), service, START);

        assertThat(list(person, "?type=SLOT_BASED")).containsExactly(slots.toString());
        assertThat(list(person, "?type=SERVICE")).containsExactly(service.toString());
    }

    @Test
    void activityIdsFilterTheList() {
        var person = people.anyone();
        var activities = things.activities(things.company(), 4);
        activities.forEach(activity -> things.favorite(person.id(), activity, START));
        var asked = List.of(activities.get(1), UUID.randomUUID(), activities.get(3), things.activity());

        assertThat(list(person, "?" + query(asked))).containsExactlyInAnyOrderElementsOf(texts(activities, 1, 3));
        assertThat(list(person, "?type=SERVICE&" + query(asked))).isEmpty();
        assertThat(list(person, "?" + query(List.of(asked.get(0), asked.get(0)))))
                .containsExactly(asked.get(0).toString());
    }

    @Test
    void hundredActivityIdsAreAccepted() {
        var person = people.anyone();
        rows.fill(person.id(), things.company(), 101);
        var hundred = rows.of(person.id()).stream()
                .map(FavoriteRows.Row::activityId)
                .limit(100)
                .toList();

        assertThat(list(person, "?limit=100&" + query(hundred)))
                .containsExactlyElementsOf(hundred.stream().map(UUID::toString).toList());
    }

    private List<String> list(Person person, String query) {
        return http.get("/favorites" + query).as(person).send().expect(200).items("activityId");
    }

    private List<UUID> ids(int number) {
        return Stream.generate(UUID::randomUUID).limit(number).toList();
    }

    private static String query(List<UUID> activities) {
        return activities.stream().map(id -> "activityId=" + id).collect(Collectors.joining("&"));
    }

    private static List<String> texts(List<UUID> ids, int... places) {
        return Arrays.stream(places)
                .mapToObj(place -> ids.get(place).toString())
                .toList();
    }
}
