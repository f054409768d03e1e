package dev.stagedoor.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Catalog changes by admins are audited. Changes by the feed are not. */
@StagedoorTest
class CatalogAuditListenerTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    private Person admin;

    @BeforeEach
    void createAdmin() {
        admin = people.admin();
    }

    @Test
    void companyChangesRecordBothStates() {
        var company = UUID.randomUUID();
        http.put("/catalog/companies/" + company, "{\"name\": \"North\"}")
                .as(admin)
                .send()
                .expect(201);
        http.put("/catalog/companies/" + company, "{\"name\": \"North\"}")
                .as(admin)
                .send()
                .expect(200);
        http.put("/catalog/companies/" + company, "{\"name\": \"South\"}")
                .as(admin)
                .send()
                .expect(200);

        var events = events();

        assertThat(events)
                .extracting(event -> event.at("/action").asString())
                .containsExactly("COMPANY_PUT", "COMPANY_PUT");
        assertThat(events.get(0).at("/before/name").asString()).isEqualTo("North");
        assertThat(events.get(0).at("/after/name").asString()).isEqualTo("South");
        assertThat(events.get(0).at("/requestId").asString()).isNotBlank();
        assertThat(events.get(1).at("/before").isNull()).isTrue();
        assertThat(events.get(1).at("/after/id").asString()).isEqualTo(company.toString());
    }

    @Test
    void activityChangesRecordBothStates() {
        var company = things.company();
        var activity = UUID.randomUUID();
        var body = "{\"companyId\": \"%s\", \"title\": \"%s\", \"type\": \"SERVICE\"}";
        http.put("/catalog/activities/" + activity, body.formatted(company, "Rope"))
                .as(admin)
                .send()
                .expect(201);
        http.put("/catalog/activities/" + activity, body.formatted(company, "Knot"))
                .as(admin)
                .send()
                .expect(200);
        http.delete("/catalog/activities/" + activity).as(admin).send().expect(204);
        http.delete("/catalog/activities/" + activity).as(admin).send().expect(204);

        var events = events();

        assertThat(events)
                .extracting(event -> event.at("/action").asString())
                .containsExactly("ACTIVITY_DELETED", "ACTIVITY_PUT", "ACTIVITY_PUT");
        assertThat(events.get(0).at("/before/title").asString()).isEqualTo("Knot");
        assertThat(events.get(0).at("/after").isNull()).isTrue();
        assertThat(events.get(1).at("/before/title").asString()).isEqualTo("Rope");
    }

    @Test
    void bulkWriteRecordsEachChangedActivity() {
        var company = things.company();
        var existing = things.activity(company, "SERVICE", "Rope");
        var item = "{\"id\": \"%s\", \"companyId\": \"%s\", \"title\": \"%s\", \"type\": \"SERVICE\"}";
        var items = item.formatted(existing, company, "Rope") + "," + item.formatted(UUID.randomUUID(), company, "New");
        http.put("/catalog/activities", "{\"items\": [%s]}".formatted(items))
                .as(admin)
                .send()
                .expect(200);

        var events = events();

        assertThat(events).hasSize(1);
        assertThat(events.get(0).at("/after/title").asString()).isEqualTo("New");
    }

    @Test
    void rejectedChangesAreNotRecorded() {
        var item = "{\"id\": \"%s\", \"companyId\": \"%s\", \"title\": \"A\", \"type\": \"SERVICE\"}";
        var items = item.formatted(UUID.randomUUID(), things.company()) + ","
                + item.formatted(UUID.randomUUID(), UUID.randomUUID());

        http.put("/catalog/activities", "{\"items\": [%s]}".formatted(items))
                .as(admin)
                .send()
                .expect(400);

        assertThat(events()).isEmpty();
    }

    @Test
    void feedChangesAreNotRecorded() {
        var company = UUID.randomUUID();
        var key = http.post("/admin/api-keys", "{\"name\": \"Feed\", \"scopes\": [\"catalog:write\"]}")
                .as(admin)
                .send()
                .expect(201)
                .text("/key");

        http.put("/catalog/companies/" + company, "{\"name\": \"North\"}")
                .header("X-API-Key", key)
                .send()
                .expect(201);

        assertThat(events()).extracting(event -> event.at("/action").asString()).containsExactly("API_KEY_CREATED");
    }

    private List<JsonNode> events() {
        return http.get("/admin/audit-events?limit=100&actor=" + admin.id())
                .as(admin)
                .send()
                .expect(200)
                .json()
                .at("/items")
                .valueStream()
                .toList();
    }
}
