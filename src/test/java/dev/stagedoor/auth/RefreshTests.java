package dev.stagedoor.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Together;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class RefreshTests {

    private static final int FAMILY_BYTES = 32;

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void refreshReturnsNewTokensOfTheSameSession() {
        var person = people.anyone();

        var session = refresh(person.refreshToken()).expect(200);

        assertThat(session.header("Cache-Control")).isEqualTo("no-store");
        assertThat(session.text("/refreshToken")).isNotEqualTo(person.refreshToken());
        assertThat(session.text("/accessToken")).isNotEqualTo(person.accessToken());
        assertThat(session.text("/user/id")).isEqualTo(person.id().toString());
        expectMe(session.text("/accessToken"), 200);
        expectMe(person.accessToken(), 200);
        assertThat(count("SELECT count(*) FROM access.sessions WHERE user_id = ?", person))
                .isEqualTo(1);
    }

    @Test
    void sessionCanBeRefreshedRepeatedly() {
        var token = people.anyone().refreshToken();

        for (var round = 0; round < 5; round++) {
            token = refresh(token).expect(200).text("/refreshToken");
        }

        refresh(token).expect(200);
    }

    @Test
    void refreshExtendsTheSession() {
        var person = people.anyone();
        jdbc.sql("UPDATE access.sessions SET expires_at = now() + interval '1 minute' WHERE user_id = ?")
                .param(person.id())
                .update();

        refresh(person.refreshToken()).expect(200);

        assertThat(expiry(person)).isAfter(Instant.now().plusSeconds(29 * 24 * 3600));
    }

    @Test
    void sessionEndsAtItsMaximumAge() {
        var person = people.anyone();
        jdbc.sql("UPDATE access.sessions SET created_at = created_at - interval '179 days' WHERE user_id = ?")
                .param(person.id())
                .update();

        var last = refresh(person.refreshToken()).expect(200);

        assertThat(last.json().at("/refreshExpiresIn").asInt()).isBetween(23 * 3600, 24 * 3600);
        assertThat(expiry(person)).isBefore(Instant.now().plusSeconds(24 * 3600));
        jdbc.sql("UPDATE access.sessions SET created_at = created_at - interval '2 days' WHERE user_id = ?")
                .param(person.id())
                .update();
        refresh(last.text("/refreshToken")).expectProblem(401, "invalid-refresh-token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "sdr_",
                "sdr_AAAA",
                "sdr_%%%%",
                "Bearer",
                "null",
                "sdr_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "ä€🎭"
            })
    void malformedTokenReturns401(String text) {
        refresh(text).expectProblem(401, "invalid-refresh-token");
    }

    @Test
    void modifiedTokenIsRejectedWithoutEndingTheSession() {
        var person = people.anyone();
        var token = person.refreshToken();

        refresh(token.substring(0, token.length() - 1)).expectProblem(401, "invalid-refresh-token");
        refresh(token.substring(1)).expectProblem(401, "invalid-refresh-token");
        refresh(token.substring("sdr_".length())).expectProblem(401, "invalid-refresh-token");
        refresh(token + "A").expectProblem(401, "invalid-refresh-token");
        refresh(" " + token).expectProblem(401, "invalid-refresh-token");
        refresh(person.accessToken()).expectProblem(401, "invalid-refresh-token");

        refresh(token).expect(200);
    }

    @Test
    void tokenOfAnUnknownSessionReturns401() {
        var unknown = new byte[2 * FAMILY_BYTES + Integer.BYTES];

        refresh(text(unknown)).expectProblem(401, "invalid-refresh-token");
    }

    /** The current, the next and the last generation, each with the correct family and a wrong secret. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, Integer.MAX_VALUE})
    void wrongSecretInAKnownFamilyDoesNotEndTheSession(int generation) {
        var person = people.anyone();
        var current = refresh(person.refreshToken()).expect(200).text("/refreshToken");
        var bytes = ByteBuffer.wrap(bytes(current)).putInt(FAMILY_BYTES, generation);
        bytes.put(bytes.limit() - 1, (byte) (bytes.get(bytes.limit() - 1) ^ 1));

        refresh(text(bytes.array())).expectProblem(401, "invalid-refresh-token");

        expectMe(person.accessToken(), 200);
        refresh(current).expect(200);
    }

    @Test
    void expiredSessionReturns401() {
        var person = people.anyone();
        jdbc.sql("UPDATE access.sessions SET expires_at = now() - interval '1 second' WHERE user_id = ?")
                .param(person.id())
                .update();

        refresh(person.refreshToken()).expectProblem(401, "invalid-refresh-token");

        expectMe(person.accessToken(), 401);
    }

    @Test
    void deactivatedAccountReturns401() {
        var person = people.anyone();
        jdbc.sql("UPDATE users.users SET is_active = false WHERE id = ?")
                .param(person.id())
                .update();

        refresh(person.refreshToken()).expectProblem(401, "invalid-refresh-token");
    }

    @Test
    void deletedAccountReturns401() {
        var person = people.anyone();
        jdbc.sql("DELETE FROM users.users WHERE id = ?").param(person.id()).update();

        refresh(person.refreshToken()).expectProblem(401, "invalid-refresh-token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | refreshToken:required",
                "{\"refreshToken\": null} | refreshToken:required",
                "{\"refreshToken\": 5} | refreshToken:malformed",
                "{\"refreshToken\": [\"sdr_\"]} | refreshToken:malformed",
                "{\"refreshToken\": \"\\u0000\"} | refreshToken:malformed",
                "{\"refresh_token\": \"sdr_\"} | refresh_token:unknown,refreshToken:required"
            })
    void bodyWithoutTokenReturns400(String body, String fault) {
        http.post("/auth/refresh", body).send().expectFaults(fault.split(","));
    }

    @Test
    void concurrentRefreshesReturnTheSameSuccessor() {
        var person = people.anyone();

        var answers = Together.run(16, each -> refresh(person.refreshToken()));

        answers.forEach(answer -> expectMe(answer.expect(200).text("/accessToken"), 200));
        var successors =
                answers.stream().map(answer -> answer.text("/refreshToken")).distinct();
        assertThat(successors).hasSize(1).allSatisfy(token -> refresh(token).expect(200));
    }

    private Answer refresh(String token) {
        return http.post("/auth/refresh", "{\"refreshToken\": \"" + token + "\"}")
                .send();
    }

    private void expectMe(String accessToken, int status) {
        http.get("/me").bearer(accessToken).send().expect(status);
    }

    private static byte[] bytes(String token) {
        return Base64.getUrlDecoder().decode(token.substring("sdr_".length()));
    }

    private static String text(byte[] token) {
        return "sdr_" + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private long count(String sql, Person person) {
        return jdbc.sql(sql).param(person.id()).query(Long.class).single();
    }

    private Instant expiry(Person person) {
        return jdbc.sql("SELECT expires_at FROM access.sessions WHERE user_id = ?")
                .param(person.id())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
