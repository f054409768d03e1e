package dev.stagedoor.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.Mailbox;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorMailTest;
import dev.stagedoor.support.Things;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@StagedoorMailTest
@ExtendWith(OutputCaptureExtension.class)
class SecurityLogTests {

    private static final String FIRST = "first-Canary-of-the-mine";
    private static final String SECOND = "second-Canary-of-the-mine";
    private static final String THIRD = "third-Canary-of-the-mine";

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    Mailbox mailbox;

    private final List<String> canaries = new ArrayList<>(List.of(
            FIRST,
            SECOND,
            THIRD,
            "Wrong-Canary",
            "Firstname-Canary",
            "Lastname-Canary",
            "1907-03-21",
            "+4915112340077",
            "Setting-Canary",
            "Skill-Canary"));

    @Test
    void eventsAreLoggedWithoutSecretsAndPersonalData(CapturedOutput log) {
        var email = "canary" + UUID.randomUUID() + "@example.com";
        var registered = http.post("/auth/register", """
                {"email": "%s", "password": "%s", "firstName": "Firstname-Canary", "lastName": "Lastname-Canary"}""".formatted(email, FIRST))
                .header("X-Request-Id", "canary-1")
                .send()
                .expect(201);
        var person = person(email, registered);
        var verification = canary(mailbox.awaitMail(email, 1).token());
        post("/auth/email/verify", "{\"token\": \"%s\"}".formatted(verification))
                .expect(204);
        post("/auth/email/verify", "{\"token\": \"Wrong-Canary\"}").expect(400);
        http.patch("/me", """
                {"birthDate": "1907-03-21", "phone": "+4915112340077", "settings": {"x": "Setting-Canary"}}""").as(person).send().expect(200);
        http.patch("/me", "{\"birthDate\": \"1907-03-21\", \"phone\": \"Wrong-Canary\"}")
                .as(person)
                .send()
                .expect(400);
        http.put("/me/background", "{\"frameworks\": [\"Skill-Canary\"], \"oops\": \"Wrong-Canary\"}")
                .as(person)
                .send()
                .expect(400);
        login(email, "Wrong-Canary").expect(401);
        var other = person(email, login(email, FIRST).expect(200));
        http.put("/me/password", "{\"currentPassword\": \"%s\", \"newPassword\": \"%s\"}".formatted(FIRST, SECOND))
                .as(person)
                .send()
                .expect(204);
        var next = refresh(person.refreshToken()).expect(200);
        refresh(canary(next.text("/refreshToken"))).expect(200);
        refresh(person.refreshToken()).expect(401);
        refresh(other.refreshToken()).expect(401);
        post("/auth/password/forgot", "{\"email\": \"%s\"}".formatted(email)).expect(202);
        var reset = canary(mailbox.awaitMail(email, "Choose a new password").token());
        post("/auth/password/reset", "{\"token\": \"%s\", \"password\": \"%s\"}".formatted(reset, THIRD))
                .expect(204);
        var last = person(email, login(email, THIRD).expect(200));
        var admin = people.admin();
        http.patch("/admin/users/" + person.id(), "{\"isOrganizer\": true}")
                .as(admin)
                .send()
                .expect(200);
        var key = http.post("/admin/api-keys", "{\"name\": \"Key-Canary\", \"scopes\": [\"catalog:write\"]}")
                .as(admin)
                .send()
                .expect(201);
        http.put("/catalog/companies/" + things.company(), "{\"name\": \"Northwall\"}")
                .header("X-API-Key", canary(key.text("/key")))
                .send()
                .expect(200);
        http.get("/me?access_token=" + last.accessToken())
                .bearer(last.accessToken() + "x")
                .send();
        http.post("/me/deletion", "{\"password\": \"%s\"}".formatted(THIRD))
                .as(last)
                .send()
                .expect(200);
        var restoration =
                canary(mailbox.awaitMail(email, "Your account will be deleted").token());
        post("/auth/account/restore", "{\"token\": \"%s\"}".formatted(restoration))
                .expect(204);

        var lines = log.getAll()
                .lines()
                .filter(line -> !line.contains("com.icegreen") && !line.contains("c.icegreen"))
                .collect(Collectors.joining("\n"));
        assertThat(lines)
                .contains(
                        "event=registered",
                        "event=email-verified",
                        "event=phone-changed",
                        "event=login-failed",
                        "event=login-succeeded",
                        "event=password-changed",
                        "event=refresh-token-replayed",
                        "event=password-reset-requested",
                        "event=password-reset ",
                        "event=rights-changed",
                        "event=api-key-created",
                        "event=account-deleted",
                        "event=account-restored")
                .containsPattern("\\[canary-1] stagedoor\\.security +: event=registered client=127\\.0\\.0\\.1 userId="
                        + person.id());
        canaries.add(email);
        assertThat(canaries)
                .hasSizeGreaterThan(20)
                .allSatisfy(value -> assertThat(lines).doesNotContain(value));
    }

    private Person person(String email, Answer session) {
        return new Person(
                UUID.fromString(session.text("/user/id")),
                email,
                FIRST,
                canary(session.text("/accessToken")),
                canary(session.text("/refreshToken")));
    }

    private String canary(String secret) {
        canaries.add(secret);
        return secret;
    }

    private Answer login(String email, String password) {
        return post("/auth/login", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password));
    }

    private Answer refresh(String token) {
        return post("/auth/refresh", "{\"refreshToken\": \"%s\"}".formatted(token));
    }

    private Answer post(String path, String body) {
        return http.post(path, body).send();
    }
}
