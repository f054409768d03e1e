package dev.stagedoor.auth;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StagedoorTest
class SupersededRefreshTokenTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    /** Two concurrent refreshes of one client: the client then sends the token of the first response, which was replaced. */
    @Test
    void unusedSupersededTokenDoesNotEndTheSession() {
        var person = people.anyone();
        var superseded = refresh(person.refreshToken()).expect(200).text("/refreshToken");
        var winner = refresh(person.refreshToken()).expect(200).text("/refreshToken");
        var next = refresh(winner).expect(200);

        refresh(superseded).expectProblem(401, "invalid-refresh-token");

        refresh(next.text("/refreshToken")).expect(200);
    }

    private Answer refresh(String token) {
        return http.post("/auth/refresh", "{\"refreshToken\": \"" + token + "\"}")
                .send();
    }
}
