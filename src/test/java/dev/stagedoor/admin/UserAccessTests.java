package dev.stagedoor.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The access to accounts, and the pages of the account list. */
@StagedoorTest
class UserAccessTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void unknownUserReturns404() {
        var admin = people.admin();

        access(admin, UUID.randomUUID()).expectProblem(404, "not-found");
        endSessions(admin, UUID.randomUUID()).expectProblem(404, "not-found");
    }

    @Test
    void accessContainsCountsAndTheLastSignIn() {
        var person = people.signIn(people.anyone());
        http.post(
                        "/auth/logout",
                        "{\"refreshToken\": \"%s\"}"
                                .formatted(people.signIn(person).refreshToken()))
                .send()
                .expect(204);
        jdbc.sql("""
                INSERT INTO access.external_identities (user_id, issuer, subject, linked_at)
                VALUES (?, 'https://auth.test', ?, now())""").params(person.id(), person.email()).update();

        var access = access(people.admin(), person.id()).expect(200).json();

        assertThat(access.propertyNames()).containsExactly("lockedUntil", "lastLoginAt", "sessions", "identities");
        assertThat(access.at("/lockedUntil").isNull()).isTrue();
        assertThat(access.at("/lastLoginAt").asString()).isNotBlank();
        assertThat(access.at("/sessions").asInt()).isEqualTo(2);
        assertThat(access.at("/identities").asInt()).isEqualTo(1);
        assertThat(jdbc.sql("SELECT count(*) FROM audit.audit_events WHERE action = 'USER_ACCESS_READ' AND user_id = ?")
                        .param(person.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void endingTheSessionsOfAnAccountIsImmediate() {
        var admin = people.admin();
        var phone = people.anyone();
        var tablet = people.signIn(phone);

        endSessions(admin, phone.id()).expect(204);

        for (var person : List.of(phone, tablet)) {
            http.get("/me").as(person).send().expectProblem(401, "unauthorized");
            http.post("/auth/refresh", "{\"refreshToken\": \"%s\"}".formatted(person.refreshToken()))
                    .send()
                    .expectProblem(401, "invalid-refresh-token");
        }
        assertThat(access(admin, phone.id()).json().at("/sessions").asInt()).isZero();
        http.get("/me").as(people.signIn(phone)).send().expect(200);
        http.get("/me").as(admin).send().expect(200);
        assertThat(http.get("/admin/audit-events?action=USER_SESSIONS_ENDED&userId=" + phone.id())
                        .as(admin)
                        .send()
                        .items("actorId"))
                .containsExactly(admin.id().toString());
        assertThat(jdbc.sql("SELECT credentials_changed_at IS NOT NULL FROM users.users WHERE id = ?")
                        .param(phone.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void endingTheSessionsOfADeletedAccountKeepsItsPurgeDate() {
        var person = people.anyone();
        http.post("/me/deletion", "{\"password\": \"%s\"}".formatted(person.password()))
                .as(person)
                .send()
                .expect(200);
        var admin = people.admin();
        var before = http.get("/admin/users/" + person.id()).as(admin).send().text("/updatedAt");

        endSessions(admin, person.id()).expect(204);

        assertThat(http.get("/admin/users/" + person.id()).as(admin).send().text("/updatedAt"))
                .isEqualTo(before);
    }

    @Test
    void cursorPagesNeitherSkipNorRepeatAccounts() {
        var admin = people.admin();
        Stream.generate(this::inactiveAdmin).limit(3).toList();
        var query = "/admin/users?role=ADMIN&active=false&limit=";
        var expected = http.get(query + 100).as(admin).send().expect(200);
        var total = expected.json().at("/total").asInt();

        var ids = new ArrayList<String>();
        var page = http.get(query + 1).as(admin).send().expect(200);
        ids.addAll(page.items("id"));
        inactiveAdmin();
        while (ids.size() < total) {
            page = http.get(query + "1&cursor=" + page.text("/nextCursor"))
                    .as(admin)
                    .send()
                    .expect(200);
            assertThat(page.json().at("/page").isNull()).isTrue();
            ids.addAll(page.items("id"));
        }

        assertThat(ids).isEqualTo(expected.items("id"));
        assertThat(page.json().at("/nextCursor").isNull()).isTrue();
        assertThat(page.json().at("/total").asInt()).isEqualTo(total + 1);
    }

    private Person inactiveAdmin() {
        var person = people.admin();
        jdbc.sql("UPDATE users.users SET is_active = false WHERE id = ?")
                .param(person.id())
                .update();
        return person;
    }

    @Test
    void cursorOfAnotherQueryOrCallerReturns400() {
        var admin = people.admin();
        people.admin();
        var cursor =
                http.get("/admin/users?role=ADMIN&limit=1").as(admin).send().text("/nextCursor");

        http.get("/admin/users?limit=1&cursor=" + cursor).as(admin).send().expectProblem(400, "invalid-cursor");
        http.get("/admin/users?role=ADMIN&limit=1&cursor=" + cursor)
                .as(people.admin())
                .send()
                .expectProblem(400, "invalid-cursor");
        http.get("/admin/users?cursor=x").as(admin).send().expectProblem(400, "invalid-cursor");
    }

    private Answer access(Person admin, UUID userId) {
        return http.get("/admin/users/" + userId + "/access").as(admin).send();
    }

    private Answer endSessions(Person admin, UUID userId) {
        return http.post("/admin/users/" + userId + "/sessions/end", "")
                .as(admin)
                .send();
    }
}
