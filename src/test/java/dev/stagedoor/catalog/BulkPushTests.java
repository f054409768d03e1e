package dev.stagedoor.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.StatementCount;
import dev.stagedoor.support.Things;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class BulkPushTests {

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

    private Person admin;
    private UUID company;

    @BeforeEach
    void signIn() {
        admin = people.admin();
        company = things.company();
    }

    @Test
    void callerWithoutPermissionIsRejected() {
        var body = body(items(2));

        http.put("/catalog/activities", body).send().expectProblem(401, "unauthorized");
        http.put("/catalog/activities", body)
                .as(people.member(company, "OWNER"))
                .send()
                .expectProblem(403, "forbidden");

        assertThat(rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                              | items:required
                    {"items": null}                 | items:required
                    {"items": {}}                   | items:malformed
                    {"items": "a"}                  | items:malformed
                    {"items": [null]}               | items[0]:required
                    {"items": [1]}                  | items[0]:malformed
                    {"items": [{"type": "FOO"}]}    | items[0].type:malformed,items[0].companyId:required,items[0].id:required,items[0].title:required
                    {"items": [{"name": "a"}]}      | items[0].name:unknown,items[0].type:required,items[0].companyId:required,items[0].id:required,items[0].title:required
                    {"items": [], "dryRun": true}   | dryRun:unknown
                    """)
    void bodyOfAnotherFormIsRejected(String body, String fault) {
        http.put("/catalog/activities", body).as(admin).send().expectFaults(fault.split(","));
    }

    @Test
    void nullItemIsRejected() {
        var items = items(3);
        items.set(1, "null");

        push(items).expectFaults("items[1]:required");

        assertThat(rows()).isEmpty();
    }

    @Test
    void everyInvalidFieldIsReportedWithItsIndex() {
        var items = items(9);
        items.set(3, items.get(3).replace("\"Title 3\"", "\" \""));
        items.set(5, "{}");
        items.set(7, items.get(7).replace("\"imageUrl\": null", "\"imageUrl\": \"javascript:alert(1)\""));
        items.set(8, items.get(8).replace("Title 8", "t".repeat(201)));

        push(items)
                .expectFaults(
                        "items[3].title:required",
                        "items[5].id:required",
                        "items[5].companyId:required",
                        "items[5].title:required",
                        "items[5].type:required",
                        "items[7].imageUrl:malformed",
                        "items[8].title:out-of-range");

        assertThat(rows()).isEmpty();
    }

    @Test
    void everyDuplicateIdAndUnknownCompanyIsReportedWithItsIndex() {
        var items = items(9);
        items.set(5, items.get(2));
        items.set(6, items.get(2).replace("Title 2", "Another"));
        items.set(7, items.get(7).replace(company.toString(), UUID.randomUUID().toString()));
        items.set(8, items.get(8).replace(company.toString(), UUID.randomUUID().toString()));

        push(items)
                .expectFaults(
                        "items[5].id:duplicate",
                        "items[6].id:duplicate",
                        "items[7].companyId:unknown",
                        "items[8].companyId:unknown");

        assertThat(rows()).isEmpty();
    }

    @Test
    void invalidItemPreventsAllChanges() {
        var items = items(3);
        push(items).expect(200);
        var before = rows();
        var changed = new ArrayList<>(
                items.stream().map(item -> item.replace("Title", "Changed")).toList());
        changed.addAll(items(2));
        changed.set(
                4, changed.get(4).replace(company.toString(), UUID.randomUUID().toString()));

        push(changed).expectFaults("items[4].companyId:unknown");

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void moreThan1000ItemsAreRejected() {
        push(items(1_001)).expectFaults("items:out-of-range");

        assertThat(rows()).isEmpty();
    }

    @Test
    void thousandItemsTakeAsManyStatementsAsOne() {
        var items = items(1_000);

        push(items(1)).expect(200);
        var one = statements.during(() -> push(items(1)).expect(200));
        var thousand = statements.during(() -> isResult(push(items), 1_000, 0, 0));

        assertThat(thousand).hasSameSizeAs(one);
        assertThat(rows()).hasSize(1_002);
        isResult(push(items), 0, 0, 1_000);
    }

    @Test
    void emptyListIsAccepted() {
        isResult(push(List.of()), 0, 0, 0);
    }

    @Test
    void resultCountsCreatedUpdatedAndUnchangedItems() {
        var items = items(5);
        isResult(push(items), 5, 0, 0);

        items.set(0, items.get(0).replace("Title 0", "Changed"));
        items.set(1, items.get(1).replace("SERVICE", "SLOT_BASED"));
        items.set(2, items.get(2).replace("\"imageUrl\": null", "\"imageUrl\": \"https://a.example/a.jpg\""));
        items.addAll(items(2));
        isResult(push(items), 2, 3, 2);

        items.set(2, items.get(2).replace("\"https://a.example/a.jpg\"", "null"));
        items.set(3, items.get(3).replace(company.toString(), things.company().toString()));
        isResult(push(items), 0, 2, 5);
    }

    @Test
    void repeatedPushChangesNothing() {
        var items = items(4);
        push(items).expect(200);
        var before = rows();

        isResult(push(items), 0, 0, 4);
        assertThat(rows()).isEqualTo(before);

        items.set(2, items.get(2).replace("Title 2", "Changed"));
        isResult(push(items), 0, 1, 3);
        assertThat(rows()).hasSize(4).filteredOn(row -> !before.contains(row)).hasSize(1);
    }

    @Test
    void updatedActivityKeepsItsFavorites() {
        var activity = things.activity(company);
        var person = people.anyone();
        http.post("/favorites", "{\"activityId\": \"%s\"}".formatted(activity))
                .as(person)
                .send()
                .expect(201);

        isResult(push(List.of(item(activity, "Renamed"))), 0, 1, 0);

        assertThat(http.get("/favorites/" + activity)
                        .as(person)
                        .send()
                        .expect(200)
                        .text("/activity/title"))
                .isEqualTo("Renamed");
    }

    private void isResult(Answer answer, int created, int updated, int unchanged) {
        assertThat(answer.expect(200).body())
                .isEqualTo("{\"created\":%s,\"updated\":%s,\"unchanged\":%s}".formatted(created, updated, unchanged));
    }

    private Answer push(List<String> items) {
        return http.put("/catalog/activities", body(items)).as(admin).send();
    }

    private List<Map<String, Object>> rows() {
        return jdbc.sql("SELECT * FROM activities.activities WHERE company_id = ? ORDER BY id")
                .param(company)
                .query()
                .listOfRows();
    }

    private List<String> items(int number) {
        return new ArrayList<>(IntStream.range(0, number)
                .mapToObj(each -> item(UUID.randomUUID(), "Title " + each))
                .toList());
    }

    private String item(UUID id, String title) {
        return """
                {"id": "%s", "companyId": "%s", "title": "%s", "type": "SERVICE", "imageUrl": null}""".formatted(id, company, title);
    }

    private static String body(List<String> items) {
        return "{\"items\": [" + String.join(",", items) + "]}";
    }
}
