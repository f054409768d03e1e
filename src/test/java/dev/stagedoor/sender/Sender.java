package dev.stagedoor.sender;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** A service with an API key that sends notifications. */
final class Sender {

    private final Http http;
    private final String key;

    Sender(Http http, People people, String... scopes) {
        this.http = http;
        var list = Arrays.stream(scopes).map("\"%s\""::formatted).collect(Collectors.joining(", "));
        this.key = http.post("/admin/api-keys", "{\"name\": \"Sender\", \"scopes\": [%s]}".formatted(list))
                .as(people.admin())
                .send()
                .expect(201)
                .text("/key");
    }

    Answer post(String path, String body) {
        return http.post(path, body).header("X-API-Key", key).send();
    }

    Answer get(String path) {
        return http.get(path).header("X-API-Key", key).send();
    }

    Answer decide(String body) {
        return post("/notifications/decisions", body);
    }

    /** Asks for both channels. The first item is for push, the second for email. */
    Answer decide(String category, UUID... users) {
        var ids = Arrays.stream(users).map("\"%s\""::formatted).collect(Collectors.joining(", "));
        return decide("{\"category\": \"%s\", \"channels\": [\"PUSH\", \"EMAIL\"], \"userIds\": [%s]}"
                        .formatted(category, ids))
                .expect(200);
    }

    Answer decide(String category, Person person) {
        return decide(category, person.id());
    }
}
