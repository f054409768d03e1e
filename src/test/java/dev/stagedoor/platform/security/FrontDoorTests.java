package dev.stagedoor.platform.security;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A client may send an expired token when it refreshes its session. */
@StagedoorTest
class FrontDoorTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Test
    void publicPathsIgnoreTokens() {
        var person = people.anyone();
        var refresh = "{\"refreshToken\": \"%s\"}".formatted(person.refreshToken());

        http.post("/auth/refresh", refresh).bearer("expired").send().expect(200);
        http.post("/auth/logout", refresh).bearer("expired").send().expect(204);
        http.get("/me").as(person).send().expectProblem(401, "unauthorized");
        for (var path : List.of("/livez", "/.well-known/jwks.json", "/v3/api-docs/client", "/swagger-ui/index.html")) {
            http.get(path).bearer("expired").send().expect(200);
            http.get(path).header("X-API-Key", "none").send().expect(200);
        }
    }
}
