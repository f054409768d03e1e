package dev.stagedoor.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Email addresses with an internationalized domain. */
@StagedoorTest
class InternationalizedEmailTests {

    private static final String DOMAIN = "bücher-straße.example";
    private static final String ASCII_DOMAIN = "xn--bcher-strae-46a18a.example";

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private final String name = "mia-" + UUID.randomUUID();

    private String userId;

    @BeforeEach
    void register() {
        var session = http.post("/auth/register", People.registration(name + "@" + DOMAIN))
                .send()
                .expect(201);
        assertThat(session.text("/user/email")).isEqualTo(name + "@" + DOMAIN);
        userId = session.text("/user/id");
    }

    @Test
    void domainIsStoredInAscii() {
        assertThat(jdbc.sql("SELECT email FROM users.users WHERE id = CAST(? AS uuid)")
                        .param(userId)
                        .query(String.class)
                        .single())
                .isEqualTo(name + "@" + ASCII_DOMAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {DOMAIN, "BÜCHER-STRAßE.example", "bu\u0308cher-straße.example", ASCII_DOMAIN})
    void bothFormsCanSignIn(String domain) {
        var session = signIn(name + "@" + domain).expect(200);

        assertThat(session.text("/user/email")).isEqualTo(name + "@" + DOMAIN);
    }

    @Test
    void otherDomainCannotSignIn() {
        signIn(name + "@bücher-strasse.example").expectProblem(401, "invalid-credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {DOMAIN, ASCII_DOMAIN})
    void adminFindsBothForms(String domain) {
        var admin = people.admin();
        var email = URLEncoder.encode(name + "@" + domain, StandardCharsets.UTF_8);

        for (var parameter : new String[] {"email", "search"}) {
            var users = http.get("/admin/users?" + parameter + "=" + email)
                    .as(admin)
                    .send()
                    .expect(200);

            assertThat(users.items("id")).containsExactly(userId);
            assertThat(users.items("email")).containsExactly(name + "@" + DOMAIN);
        }
    }

    @Test
    void nonAsciiLocalPartReturns400() {
        http.post("/auth/register", People.registration("mïa@example.com"))
                .send()
                .expectFaults("email:malformed");
    }

    private Answer signIn(String email) {
        return http.post("/auth/login", "{\"email\": \"" + email + "\", \"password\": \"" + People.PASSWORD + "\"}")
                .send();
    }
}
