package dev.stagedoor.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Contents and transport of access tokens. {@link ForgedCredentialTests} tests rejected tokens. */
@StagedoorTest
class AccessTokenTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Test
    void tokenContainsAccountAndSessionButNoRights() {
        var person = people.anyone();

        var claims = TokenDraft.like(person.accessToken()).claims();

        assertThat(claims).containsOnlyKeys("iss", "aud", "sub", "sid", "iat", "exp", "jti");
        assertThat(claims)
                .containsEntry("sub", person.id().toString())
                .containsEntry("aud", "stagedoor")
                .containsEntry("exp", (int) claims.get("iat") + 600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Basic bWlhOnBhc3N3b3Jk", "Token abc", ""})
    void missingTokenReturnsAChallenge(String header) {
        var answer = http.get("/me").header("Authorization", header).send().expectProblem(401, "unauthorized");

        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void challengeContainsNoErrorIfNoTokenIsSent() {
        var answer = http.get("/me").send().expectProblem(401, "unauthorized");

        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void schemeIsCaseInsensitive() {
        http.get("/me")
                .header("Authorization", "bearer " + people.anyone().accessToken())
                .send()
                .expect(200);
    }
}
