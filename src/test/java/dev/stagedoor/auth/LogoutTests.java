package dev.stagedoor.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@StagedoorTest
class LogoutTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Test
    void logoutEndsTheSessionImmediately() {
        var person = people.anyone();
        http.get("/me").as(person).send().expect(200);

        var answer = logout(person.refreshToken()).expect(204);

        assertThat(answer.body()).isEmpty();
        http.get("/me").as(person).send().expectProblem(401, "unauthorized");
        refresh(person.refreshToken()).expectProblem(401, "invalid-refresh-token");
    }

    @Test
    void logoutIsIdempotent() {
        var person = people.anyone();

        logout(person.refreshToken()).expect(204);
        logout(person.refreshToken()).expect(204);
    }

    @Test
    void rotatedTokenEndsItsSession() {
        var person = people.anyone();
        var session = refresh(person.refreshToken()).expect(200);

        logout(person.refreshToken()).expect(204);

        http.get("/me").bearer(session.text("/accessToken")).send().expectProblem(401, "unauthorized");
        refresh(session.text("/refreshToken")).expectProblem(401, "invalid-refresh-token");
    }

    @Test
    void logoutDoesNotEndOtherSessions() {
        var person = people.anyone();
        var otherSession = people.signIn(person);

        logout(person.refreshToken()).expect(204);

        http.get("/me").as(otherSession).send().expect(200);
        refresh(otherSession.refreshToken()).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "garbage", "sdr_", "sdr_AAAA", "null"})
    void malformedTokenReturns204(String token) {
        assertThat(logout(token).expect(204).body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | refreshToken:required",
                "{\"refreshToken\": null} | refreshToken:required",
                "{\"refreshToken\": {}} | refreshToken:malformed",
                "{\"token\": \"sdr_\"} | token:unknown,refreshToken:required"
            })
    void bodyWithoutTokenReturns400(String body, String fault) {
        http.post("/auth/logout", body).send().expectFaults(fault.split(","));
    }

    private Answer logout(String token) {
        return http.post("/auth/logout", "{\"refreshToken\": \"" + token + "\"}")
                .send();
    }

    private Answer refresh(String token) {
        return http.post("/auth/refresh", "{\"refreshToken\": \"" + token + "\"}")
                .send();
    }
}
