package dev.stagedoor.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.SlowRequest;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes check the caller again. The rows are changed with SQL, so that the cached callers of this instance stay valid: the
 * request is authenticated as before, and only the write itself can notice the change.
 */
@StagedoorTest
class CallerGuardTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    private Person person;
    private UUID activity;

    @BeforeEach
    void cacheCaller() {
        person = people.admin();
        activity = things.activity();
        http.get("/me").as(person).send().expect(200);
    }

    static Stream<Write> writes() {
        return Stream.of(
                new Write("POST", "/favorites", "{\"activityId\": \"ACTIVITY\"}"),
                new Write("POST", "/favorites/import", "{\"activityIds\": [\"ACTIVITY\"]}"),
                new Write("DELETE", "/favorites/ACTIVITY", null),
                new Write("PATCH", "/me", "{\"firstName\": \"Eve\"}"),
                new Write("PATCH", "/me", "{\"currency\": \"EUR\"}"),
                new Write("PATCH", "/me/notification-preferences", "{\"pushEnabled\": false}"),
                new Write("PATCH", "/me/notification-preferences", "{\"categories\": {\"offers\": {\"push\": true}}}"),
                new Write(
                        "PUT",
                        "/me/push-registrations/" + UUID.randomUUID(),
                        "{\"platform\": \"WEB\", \"token\": \"%s\"}".formatted(UUID.randomUUID())),
                new Write("DELETE", "/me/push-registrations/" + UUID.randomUUID(), null),
                new Write("PUT", "/me/background", "{\"experienceYears\": \"3-5\"}"),
                new Write(
                        "PUT",
                        "/me/password",
                        "{\"currentPassword\": \"PASSWORD\", \"newPassword\": \"a wholly new Passphrase 7\"}"),
                new Write("POST", "/me/deletion", "{\"password\": \"PASSWORD\"}"),
                new Write("DELETE", "/me/sessions/" + UUID.randomUUID(), null),
                new Write("DELETE", "/me/sessions", null),
                new Write("DELETE", "/me/background", null),
                new Write("DELETE", "/me/identities/" + UUID.randomUUID(), null),
                new Write("POST", "/admin/users/USER/sessions/end", ""),
                new Write("POST", "/auth/email/verification", ""),
                new Write("PATCH", "/admin/users/USER", "{\"isOrganizer\": true}"),
                new Write("POST", "/admin/api-keys", "{\"name\": \"x\", \"scopes\": [\"catalog:write\"]}"),
                new Write("DELETE", "/admin/notification-categories/a-category", null),
                new Write("PUT", "/catalog/companies/" + UUID.randomUUID(), "{\"name\": \"Summit\"}"),
                new Write("DELETE", "/catalog/activities/ACTIVITY", null));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void endedSessionCannotWrite(Write write) {
        jdbc.sql("UPDATE access.sessions SET ended_at = now() WHERE user_id = ?")
                .param(person.id())
                .update();

        send(write).expectProblem(401, "unauthorized");
    }

    @ParameterizedTest
    @MethodSource("writes")
    void inactiveAccountCannotWrite(Write write) {
        jdbc.sql("UPDATE users.users SET is_active = false WHERE id = ?")
                .param(person.id())
                .update();

        send(write).expectProblem(401, "unauthorized");
    }

    @ParameterizedTest
    @MethodSource("writes")
    void demotedAdminCannotWriteAsAdmin(Write write) {
        jdbc.sql("UPDATE users.users SET role = 'PARTICIPANT' WHERE id = ?")
                .param(person.id())
                .update();

        if (write.path().startsWith("/admin") || write.path().startsWith("/catalog")) {
            send(write).expectProblem(403, "forbidden");
        }
    }

    @Test
    void favoriteOfAnEndedSessionIsNotSaved() {
        jdbc.sql("UPDATE access.sessions SET ended_at = now() WHERE user_id = ?")
                .param(person.id())
                .update();

        http.post("/favorites", "{\"activityId\": \"%s\"}".formatted(activity))
                .as(person)
                .send()
                .expectProblem(401, "unauthorized");

        assertThat(jdbc.sql("SELECT count(*) FROM activities.user_activity_favorites WHERE user_id = ?")
                        .param(person.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void writeWhoseBodyIsHeldBackUntilTheDemotionIsRejected() {
        var target = people.anyone();
        try (var request = new SlowRequest(
                http,
                "PATCH /admin/users/" + target.id(),
                "{\"role\": \"ADMIN\"}",
                "Authorization: Bearer " + person.accessToken())) {
            http.patch("/admin/users/" + person.id(), "{\"role\": \"PARTICIPANT\"}")
                    .as(people.admin())
                    .send()
                    .expect(200);

            assertThat(request.finish()).startsWith("HTTP/1.1 403");
        }
        assertThat(jdbc.sql("SELECT role FROM users.users WHERE id = ?")
                        .param(target.id())
                        .query(String.class)
                        .single())
                .isEqualTo("PARTICIPANT");
    }

    private Answer send(Write write) {
        var path = filled(write.path());
        var call = write.body() == null
                ? http.delete(path)
                : switch (write.method()) {
                    case "POST" -> http.post(path, filled(write.body()));
                    case "PUT" -> http.put(path, filled(write.body()));
                    default -> http.patch(path, filled(write.body()));
                };
        return call.as(person).send();
    }

    private String filled(String template) {
        return template.replace("ACTIVITY", activity.toString())
                .replace("USER", person.id().toString())
                .replace("PASSWORD", People.PASSWORD);
    }

    record Write(String method, String path, String body) {}
}
