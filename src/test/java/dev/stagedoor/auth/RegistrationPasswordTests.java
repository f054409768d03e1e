package dev.stagedoor.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class RegistrationPasswordTests {

    private static final String FIELD = "\"password\": \"" + People.PASSWORD + "\"";
    private static final Pattern PARAMETERS = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$.+");

    @Autowired
    Http http;

    @Autowired
    JdbcClient jdbc;

    private final String email = People.anyEmail();

    @ParameterizedTest
    @CsvSource({"q7xKm2vTz9pW, 11", "q7xKm2vTz9pW, 129", "🎭🎺🎩🎸🎤🎷🎨🎬🎪🎧🎫🎹, 11", "🎭🎺🎩🎸🎤🎷🎨🎬🎪🎧🎫🎹, 129"
    })
    void passwordOutside12To128CodePointsReturns400(String alphabet, int length) {
        register(codePoints(alphabet, length)).expectFaults("password:out-of-range");

        assertThat(accounts()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"q7xKm2vTz9pW, 12", "q7xKm2vTz9pW, 128", "🎭🎺🎩🎸🎤🎷🎨🎬🎪🎧🎫🎹, 12", "🎭🎺🎩🎸🎤🎷🎨🎬🎪🎧🎫🎹, 128"
    })
    void passwordOf12To128CodePointsIsAccepted(String alphabet, int length) {
        var password = codePoints(alphabet, length);

        register(password).expect(201);

        login(password).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "[]", "[\"see-you-at-the-show\"]", "{}", "\"see-you-at-the-\\ud800show\""})
    void nonStringPasswordReturns400(String value) {
        var body = People.registration(email).replace(FIELD, "\"password\": " + value);

        http.post("/auth/register", body).send().expectFaults("password:malformed");

        assertThat(accounts()).isZero();
    }

    @Test
    void nullPasswordReturns400() {
        var body = People.registration(email).replace(FIELD, "\"password\": null");

        http.post("/auth/register", body).send().expectFaults("password:required");

        assertThat(accounts()).isZero();
    }

    @Test
    void commonPasswordIsRejectedInAnyCaseAndWidth() {
        register("ＰａｓｓＷｏｒｄ１２３４").expectFaults("password:too-common");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Stagedoor-2026", "abcabcabcabcabc", "qwertyuiop[]asdf"})
    void guessablePasswordReturns400(String password) {
        register(password).expectFaults("password:too-guessable");

        assertThat(accounts()).isZero();
    }

    @Test
    void emailAsPasswordReturns400() {
        register(email.toUpperCase()).expectFaults("password:too-personal");
    }

    @Test
    void fullWidthAndAsciiFormsAreTheSamePassword() {
        register("ｓｅｅ－ｙｏｕ－ａｔ－ｔｈｅ－ｓｈｏｗ").expect(201);

        login(People.PASSWORD).expect(200);
        login("ｓｅｅ-ｙｏｕ-ａｔ-ｔｈｅ-ｓｈｏｗ").expect(200);
    }

    @Test
    void composedAndDecomposedFormsAreTheSamePassword() {
        register("grüße-vom-café").expect(201);

        login("gru\u0308ße-vom-cafe\u0301").expect(200);
    }

    @Test
    void passwordsAreCaseAndWhitespaceSensitive() {
        register(" See you at the show ").expect(201);

        login("See you at the show").expectProblem(401, "invalid-credentials");
        login(" see you at the show ").expectProblem(401, "invalid-credentials");
        login(" See you at the show ").expect(200);
    }

    @Test
    void passwordMayContainAnyCharacter() {
        register("tab\\tquote\\\"slash\\\\line\\n").expect(201);

        login("tab\\tquote\\\"slash\\\\line\\n").expect(200);
    }

    @Test
    void passwordIsHashedWithArgon2idOf19MebibytesAndTwoPasses() {
        register(People.PASSWORD).expect(201);

        var hash = jdbc.sql("SELECT password_hash FROM users.users WHERE email = ?")
                .param(email)
                .query(String.class)
                .single();

        var parameters = PARAMETERS.matcher(hash);
        assertThat(parameters.matches()).as(hash).isTrue();
        assertThat(Integer.parseInt(parameters.group(1))).isGreaterThanOrEqualTo(19_456);
        assertThat(Integer.parseInt(parameters.group(2))).isGreaterThanOrEqualTo(2);
        assertThat(Integer.parseInt(parameters.group(3))).isPositive();
    }

    private Answer register(String password) {
        return http.post("/auth/register", People.registration(email).replace(People.PASSWORD, password))
                .send();
    }

    private Answer login(String password) {
        return http.post("/auth/login", "{\"email\": \"" + email + "\", \"password\": \"" + password + "\"}")
                .send();
    }

    private long accounts() {
        return jdbc.sql("SELECT count(*) FROM users.users WHERE email = ?")
                .param(email)
                .query(Long.class)
                .single();
    }

    private static String codePoints(String alphabet, int length) {
        var repeated = alphabet.repeat(length);
        return repeated.substring(0, repeated.offsetByCodePoints(0, length));
    }
}
