package dev.stagedoor.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.StatementCount;
import dev.stagedoor.support.Things;
import dev.stagedoor.support.Together;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** All statistics equal the counted rows. */
@StagedoorTest
class FavoriteStatisticsTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StatementCount statements;

    private UUID company;
    private Person member;

    @BeforeEach
    void open() {
        company = things.company();
        member = people.member(company, "ANALYST");
    }

    @Test
    void companyWithoutActivitiesHasZeroTotals() {
        things.favorite(member.id(), things.activity(), Instant.now());

        assertThat(read("from=2026-03-01&to=2026-03-02").json())
                .isEqualTo(JsonMapper.shared().readTree("""
                {"companyId": "%s", "from": "2026-03-01", "to": "2026-03-02",
                 "totals": {"favoritesCount": 0, "added": 0, "removed": 0},
                 "previous": {"from": "2026-02-27", "to": "2026-02-28", "added": 0, "removed": 0},
                 "items": [], "nextCursor": null}""".formatted(company)));
    }

    @Test
    void favoritesAtTheBoundariesOfTheRangeAreCountedExactly() {
        var activity = things.activity(company, "SERVICE", "Edges");
        favorite(
                activity,
                "2026-02-26T23:59:59.999999Z",
                "2026-02-27T00:00:00.000000Z",
                "2026-02-28T23:59:59.999999Z",
                "2026-03-01T00:00:00.000000Z",
                "2026-03-01T12:00:00Z",
                "2026-03-02T23:59:59.999999Z",
                "2026-03-03T00:00:00.000000Z");

        assertThat(read("from=2026-03-01&to=2026-03-02").json())
                .isEqualTo(JsonMapper.shared().readTree("""
                {"companyId": "%s", "from": "2026-03-01", "to": "2026-03-02",
                 "totals": {"favoritesCount": 7, "added": 3, "removed": 0},
                 "previous": {"from": "2026-02-27", "to": "2026-02-28", "added": 2, "removed": 0},
                 "items": [{"activityId": "%s", "title": "Edges", "type": "SERVICE",
                            "favoritesCount": 7, "added": 3, "removed": 0}],
                 "nextCursor": null}""".formatted(company, activity)));
    }

    @Test
    void removedFavoriteCountsOnTheDatesOfItsCreationAndRemoval() {
        var activity = things.activity(company);
        var crowd = favorite(activity, "2026-03-01T23:59:59.999999Z", "2026-03-02T00:00:00Z", "2026-03-05T10:00:00Z");
        crowd.subList(0, 2)
                .forEach(person ->
                        http.delete("/favorites/" + activity).as(person).send().expect(204));
        var today = LocalDate.ofInstant(removedOn(activity), ZoneOffset.UTC);

        isFigures(read("from=2026-03-02&to=2026-03-02"), "1 1 0 1 0");
        isFigures(read("from=2026-03-01&to=2026-03-10"), "1 3 0 0 0");
        isFigures(read("from=%s&to=%s".formatted(today, today)), "1 0 2 0 0");
        isFigures(read("from=%s&to=%s".formatted(today.plusDays(1), today.plusDays(1))), "1 0 0 0 2");
        isFigures(read("from=%s&to=%s".formatted(today.minusDays(1), today.minusDays(1))), "1 0 0 0 0");
    }

    @Test
    void favoriteRemovedOnTheSameDayCountsAsAddedAndRemoved() {
        var activity = things.activity(company);
        var body = "{\"activityId\": \"%s\"}".formatted(activity);
        for (var each = 0; each < 3; each++) {
            http.post("/favorites", body).as(member).send().expect(201);
            http.delete("/favorites/" + activity).as(member).send().expect(204);
        }
        http.post("/favorites", body).as(member).send().expect(201);

        isFigures(read(""), "1 4 3 0 0");
        assertThat(read("").items("added")).containsExactly("4");
        assertThat(read("").items("removed")).containsExactly("3");
    }

    @Test
    void totalsAreIndependentOfFilterAndPage() {
        var slots = things.activity(company, "SLOT_BASED", "At eight");
        var service = things.activity(company, "SERVICE", "By arrangement");
        favorite(slots, "2026-03-01T10:00:00Z", "2026-03-01T11:00:00Z");
        favorite(service, "2026-03-01T10:00:00Z");
        favorite(things.activity(), "2026-03-01T10:00:00Z");

        var services = read("from=2026-03-01&to=2026-03-01&type=SERVICE");
        var first = read("from=2026-03-01&to=2026-03-01&limit=1");

        isFigures(services, "3 3 0 0 0");
        assertThat(services.items("activityId")).containsExactly(service.toString());
        isFigures(first, "3 3 0 0 0");
        assertThat(first.items("activityId")).containsExactly(slots.toString());
    }

    @Test
    void totalsEqualTheRowsAfterConcurrentChanges() {
        var activities = things.activities(company, 2);
        var crowd = Stream.generate(people::anyone).limit(8).toList();

        Together.run(32, each -> {
            var activity = activities.get(each % 2);
            var person = crowd.get(each / 4);
            return each % 4 < 2 || each % 3 == 0
                    ? http.post("/favorites", "{\"activityId\": \"%s\"}".formatted(activity))
                            .as(person)
                            .send()
                    : http.delete("/favorites/" + activity).as(person).send();
        });

        var standing = counted("user_activity_favorites");
        var removed = counted("favorite_removals");
        isFigures(read(""), "%s %s %s 0 0".formatted(standing, standing + removed, removed));
        assertThat(read("").items("favoritesCount").stream()
                        .mapToInt(Integer::parseInt)
                        .sum())
                .isEqualTo(standing);
    }

    @Test
    void statisticsTakeOneStatementAfterAuthentication() {
        assertThat(statements.during(() -> read(""))).hasSize(2);

        things.activities(company, 60).forEach(activity -> things.favorite(member.id(), activity, Instant.now()));

        assertThat(statements.during(() -> read("limit=200"))).hasSize(1);
    }

    private List<Person> favorite(UUID activity, String... moments) {
        return Stream.of(moments)
                .map(moment -> {
                    var person = people.anyone();
                    things.favorite(person.id(), activity, Instant.parse(moment));
                    return person;
                })
                .toList();
    }

    private Instant removedOn(UUID activity) {
        return jdbc.sql("SELECT max(removed_on) FROM activities.favorite_removals WHERE activity_id = ?")
                .param(activity)
                .query(LocalDate.class)
                .single()
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
    }

    private int counted(String table) {
        return jdbc.sql("""
                SELECT count(*) FROM activities.%s r JOIN activities.activities a ON a.id = r.activity_id
                WHERE a.company_id = ?""".formatted(table))
                .param(company)
                .query(Integer.class)
                .single();
    }

    /** Current, added and removed favorites, and those of the previous range. */
    private static void isFigures(Answer answer, String figures) {
        var totals = answer.json().at("/totals");
        var previous = answer.json().at("/previous");
        assertThat("%s %s %s %s %s"
                        .formatted(
                                totals.at("/favoritesCount").asInt(),
                                totals.at("/added").asInt(),
                                totals.at("/removed").asInt(),
                                previous.at("/added").asInt(),
                                previous.at("/removed").asInt()))
                .as(answer.body())
                .isEqualTo(figures);
    }

    private Answer read(String query) {
        return http.get("/analytics/favorites?" + query).as(member).send().expect(200);
    }
}
