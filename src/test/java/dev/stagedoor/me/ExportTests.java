package dev.stagedoor.me;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.Mailbox;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorMailTest;
import dev.stagedoor.support.Things;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorMailTest
class ExportTests {

    /** Columns that the export omits: secrets and the user id of each row. */
    private static final Set<String> OMITTED =
            Set.of("family_digest", "generation", "current_digest", "previous_digest", "rotated_at", "user_id");

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anonymousCallReturns401() {
        http.get("/me/export").send().expectProblem(401, "unauthorized");
    }

    @Test
    void exportRequiresARecentSignInOrThePassword() {
        var person = people.anyone();
        jdbc.sql("UPDATE access.sessions SET created_at = created_at - interval '11 minutes' WHERE user_id = ?")
                .param(person.id())
                .update();
        var refreshed = http.post("/auth/refresh", "{\"refreshToken\": \"%s\"}".formatted(person.refreshToken()))
                .send()
                .expect(200)
                .text("/accessToken");

        http.get("/me/export").bearer(refreshed).send().expectProblem(403, "reauthentication-required");
        export(refreshed, "{}").expectFaults("password:required");
        export(refreshed, "{\"password\": \"not-the-password\"}").expectProblem(401, "invalid-credentials");

        var export = export(refreshed, "{\"password\": \"%s\"}".formatted(person.password()))
                .expect(200);
        assertThat(export.text("/account/email")).isEqualTo(person.email());
        assertThat(export.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void exportContainsAllData() {
        var company = things.company();
        var person = people.member(company, "OWNER");
        var admin = people.admin();
        http.patch("/me", """
                {"phone": "+4915112340044", "birthDate": "1994-05-17", "language": "de", "settings": {"theme": "dark"}}""").as(person).send().expect(200);
        http.put("/me/background", "{\"experienceYears\": \"3-5\", \"frameworks\": [\"Spring\"]}")
                .as(person)
                .send()
                .expect(200);
        http.patch("/admin/users/" + person.id(), "{\"isOrganizer\": true}")
                .as(admin)
                .send()
                .expect(200);
        var activity = things.activity(company);
        things.favorite(person.id(), activity, Instant.now());
        http.post(
                        "/auth/logout",
                        "{\"refreshToken\": \"%s\"}"
                                .formatted(people.signIn(person).refreshToken()))
                .send()
                .expect(204);
        mailbox.awaitMail(person.email(), 2);

        var answer = http.get("/me/export").as(person).send().expect(200);

        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"stagedoor-export.json\"");
        var export = answer.json();
        assertThat(export.at("/account/email").asString()).isEqualTo(person.email());
        assertThat(export.at("/account/phone").asString()).isEqualTo("+4915112340044");
        assertThat(export.at("/account/hasPassword").asBoolean()).isTrue();
        assertThat(export.at("/account/lastLoginAt").isNull()).isFalse();
        assertThat(export.at("/profile/birthDate").asString()).isEqualTo("1994-05-17");
        assertThat(export.at("/profile/settings/theme").asString()).isEqualTo("dark");
        assertThat(export.at("/notificationPreferences/pushEnabled").asBoolean())
                .isTrue();
        assertThat(export.at("/background/experienceYears").asString()).isEqualTo("3-5");
        assertThat(export.at("/companies/0/id").asString()).isEqualTo(company.toString());
        assertThat(export.at("/favorites/0/activityId").asString()).isEqualTo(activity.toString());
        assertThat(export.at("/sessions")).hasSize(2);
        assertThat(export.at("/sessions/0/endedAt").isNull()).isFalse();
        assertThat(export.at("/mails")
                        .valueStream()
                        .map(email -> email.at("/kind").asString()))
                .containsExactly("PHONE_CHANGED", "VERIFY_EMAIL");
        assertThat(export.at("/mails/1/sentAt").isNull()).isFalse();
        assertThat(export.at("/changesByAdmins/0/after/isOrganizer").asBoolean())
                .isTrue();
    }

    @Test
    void exportContainsAllFavorites() {
        var person = people.anyone();
        things.activities(things.company(), 150)
                .forEach(activity -> things.favorite(person.id(), activity, Instant.now()));

        assertThat(http.get("/me/export").as(person).send().expect(200).json().at("/favorites"))
                .hasSize(150);
    }

    @Test
    void exportContainsNoSecretsAndNoOtherUsers() {
        var company = things.company();
        var other = people.member(company, "ANALYST");
        var admin = people.admin();
        var person = people.member(company, "OWNER");
        http.patch("/admin/users/" + person.id(), "{\"isOrganizer\": true}")
                .as(admin)
                .send()
                .expect(200);
        mailbox.awaitMail(person.email(), 1);

        var text = http.get("/me/export").as(person).send().expect(200).body();

        assertThat(text)
                .doesNotContain("argon2", person.refreshToken(), person.accessToken())
                .doesNotContain(mailbox.to(person.email()).get(0).token())
                .doesNotContain(other.id().toString(), other.email(), admin.id().toString());
    }

    /** Fails when a column is added that is neither exported nor listed as omitted. */
    @Test
    void sessionExportContainsAllColumns() {
        var exported = Set.of("id", "user_agent", "created_at", "last_used_at", "expires_at", "ended_at");

        var columns = jdbc
                .sql(
                        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'access' AND table_name = 'sessions'")
                .query(String.class)
                .list()
                .stream()
                .filter(column -> !OMITTED.contains(column))
                .collect(Collectors.toSet());

        assertThat(columns).isEqualTo(exported);
    }

    private Answer export(String token, String body) {
        return http.post("/me/export", body).bearer(token).send();
    }
}
