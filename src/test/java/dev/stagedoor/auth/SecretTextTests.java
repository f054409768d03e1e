package dev.stagedoor.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.access.SignedIn;
import dev.stagedoor.account.Registration;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passwords and tokens do not appear in {@code toString}, the log or the database. */
@StagedoorTest
@ExtendWith(OutputCaptureExtension.class)
class SecretTextTests {

    private static final String SECRET = "Zyzzyva-on-stage-9";

    @Autowired
    Http http;

    @Autowired
    JdbcClient jdbc;

    static Stream<Object> carriers() {
        var password = RawPassword.of(SECRET);
        return Stream.of(
                password,
                new Registration("a@example.com", password, "A", "B", null, null, null, null),
                new RegisterDto("a@example.com", SECRET, "A", "B", null, null, null, null),
                new LoginDto("a@example.com", SECRET, null),
                new RefreshDto(SECRET),
                new SignedIn(UUID.randomUUID(), SECRET, Duration.ZERO, SECRET, Duration.ZERO),
                new AuthSessionDto(SECRET, "Bearer", 1, SECRET, 1, null));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void toStringMasksSecrets(Object carrier) {
        assertThat(carrier.toString()).doesNotContain(SECRET);
    }

    @Test
    void logContainsNoPasswordsOrTokens(CapturedOutput log) {
        var email = People.anyEmail();
        var body = People.registration(email).replace(People.PASSWORD, SECRET);
        http.post("/auth/register", body.replace("Mia", " ")).send().expect(400);
        http.post("/auth/register", body.replace("}", ", \"x\": 1}")).send().expect(400);
        http.post("/auth/register", body.replace("}", "")).send().expect(400);
        var session = http.post("/auth/register", body).send().expect(201);
        http.post("/auth/register", body).send().expect(201);
        login(email, SECRET + "x").expect(401);
        var other = login(email, SECRET).expect(200);
        var next = refresh(other.text("/refreshToken")).expect(200);
        refresh(next.text("/refreshToken")).expect(200);
        refresh(other.text("/refreshToken")).expect(401);

        assertThat(log).contains("event=refresh-token-replayed").doesNotContain(SECRET);
        assertThat(log)
                .doesNotContain(session.text("/accessToken"), session.text("/refreshToken"))
                .doesNotContain(other.text("/accessToken"), other.text("/refreshToken"))
                .doesNotContain(next.text("/refreshToken"));
    }

    @Test
    void databaseContainsNoPasswordsOrTokens() {
        var email = People.anyEmail();
        var body = People.registration(email).replace(People.PASSWORD, SECRET);
        var token = http.post("/auth/register", body).send().expect(201).text("/refreshToken");
        var next = refresh(token).expect(200);

        assertThat(tablesContaining(email)).contains("users.users");
        assertThat(tablesContaining(SECRET)).isEmpty();
        assertThat(tablesContaining(next.text("/accessToken"))).isEmpty();
        for (var text : List.of(token, next.text("/refreshToken"))) {
            var bytes = Base64.getUrlDecoder().decode(text.substring("sdr_".length()));
            assertThat(tablesContaining(text.substring("sdr_".length()))).isEmpty();
            assertThat(tablesContaining(HexFormat.of().formatHex(bytes, 0, 32))).isEmpty();
            assertThat(tablesContaining(HexFormat.of().formatHex(bytes, 36, 68)))
                    .isEmpty();
        }
    }

    private List<String> tablesContaining(String text) {
        return jdbc.sql("""
                SELECT table_schema || '.' || table_name FROM information_schema.tables
                WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')""").query(String.class).list().stream()
                .filter(table -> jdbc.sql("SELECT EXISTS (SELECT FROM " + table + " t WHERE strpos(t::text, ?) > 0)")
                        .param(text)
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private Answer login(String email, String password) {
        return http.post("/auth/login", "{\"email\": \"" + email + "\", \"password\": \"" + password + "\"}")
                .send();
    }

    private Answer refresh(String token) {
        return http.post("/auth/refresh", "{\"refreshToken\": \"" + token + "\"}")
                .send();
    }
}
