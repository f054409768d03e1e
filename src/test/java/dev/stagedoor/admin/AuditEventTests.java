package dev.stagedoor.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The audit log of user administration. */
@StagedoorTest
class AuditEventTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Test
    void eachWriteRecordsOneEvent() {
        var person = people.verified();
        var admin = people.admin();
        http.patch("/admin/users/" + person.id(), "{\"role\": \"ADMIN\", \"isOrganizer\": true}")
                .as(admin)
                .header("X-Request-Id", "the-promotion")
                .send()
                .expect(200);
        http.patch("/admin/users/" + person.id(), "{\"role\": \"ADMIN\"}")
                .as(admin)
                .send()
                .expect(200);

        var events = http.get("/admin/audit-events?userId=" + person.id())
                .as(admin)
                .send()
                .expect(200);

        assertThat(events.json().at("/items").size()).isEqualTo(1);
        assertThat(events.text("/items/0/actorId")).isEqualTo(admin.id().toString());
        assertThat(events.text("/items/0/action")).isEqualTo("USER_UPDATED");
        assertThat(events.text("/items/0/requestId")).isEqualTo("the-promotion");
        assertThat(events.text("/items/0/before/role")).isEqualTo("PARTICIPANT");
        assertThat(events.text("/items/0/after/role")).isEqualTo("ADMIN");
        assertThat(events.body()).doesNotContain(person.email());
    }

    @Test
    void readsAreRecordedWithoutTheSearchText() {
        var person = people.anyone();
        var admin = people.admin();
        http.get("/admin/users/" + person.id()).as(admin).send().expect(200);
        http.get("/admin/users?email=" + person.email()).as(admin).send().expect(200);
        http.get("/admin/users/" + UUID.randomUUID()).as(admin).send().expect(404);

        var events = http.get("/admin/audit-events?actor=" + admin.id())
                .as(admin)
                .send()
                .expect(200);

        assertThat(events.json().at("/items").size()).isEqualTo(2);
        assertThat(events.text("/items/0/action")).isEqualTo("USERS_LISTED");
        assertThat(events.json().at("/items/0/after/byEmail").asBoolean()).isTrue();
        assertThat(events.text("/items/1/action")).isEqualTo("USER_READ");
        assertThat(events.text("/items/1/userId")).isEqualTo(person.id().toString());
        assertThat(events.body()).doesNotContain(person.email());
    }

    @Test
    void eventsArePagedNewestFirst() {
        var admin = people.admin();
        var ids = List.of(people.anyone(), people.anyone(), people.anyone()).stream()
                .map(Person::id)
                .toList();
        ids.forEach(id -> http.patch("/admin/users/" + id, "{\"isOrganizer\": true}")
                .as(admin)
                .send()
                .expect(200));

        var first = http.get("/admin/audit-events?limit=2&actor=" + admin.id())
                .as(admin)
                .send()
                .expect(200);
        var cursor = first.text("/nextCursor");
        var second = http.get("/admin/audit-events?limit=2&actor=%s&cursor=%s".formatted(admin.id(), cursor))
                .as(admin)
                .send();

        assertThat(first.items("userId"))
                .containsExactly(ids.get(2).toString(), ids.get(1).toString());
        assertThat(second.expect(200).items("userId"))
                .containsExactly(ids.get(0).toString());
        assertThat(second.json().at("/nextCursor").isNull()).isTrue();
        http.get("/admin/audit-events?cursor=" + cursor).as(admin).send().expectProblem(400, "invalid-cursor");
    }
}
