package dev.stagedoor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The service below a path: its own context path, and the prefix that a trusted proxy removes. */
@StagedoorTest
@TestPropertySource(properties = {"server.servlet.context-path=/api/v1", "stagedoor.trusted-proxies=127.0.0.0/8,::1"})
@Tag("process")
class ContextPathTests {

    private static final String ROOT = "/api/v1";

    @Autowired
    Http http;

    @Autowired
    JdbcClient jdbc;

    private Person admin;

    @BeforeEach
    void signIn() {
        var email = People.anyEmail();
        var session = http.post(ROOT + "/auth/register", People.registration(email))
                .send()
                .expect(201);
        var id = UUID.fromString(session.text("/user/id"));
        jdbc.sql("UPDATE users.users SET role = 'ADMIN', email_verified = true WHERE id = ?")
                .param(id)
                .update();
        admin = new Person(id, email, People.PASSWORD, session.text("/accessToken"), session.text("/refreshToken"));
    }

    @Test
    void bulkCallAcceptsLargeBodies() {
        var company = company();
        var items = IntStream.range(0, 700)
                .mapToObj(
                        index -> item(UUID.randomUUID(), company, "Night climb %s with a long title".formatted(index)))
                .collect(Collectors.joining(",", "{\"items\": [", "]}"));
        assertThat(items.length()).isGreaterThan(100 * 1024);

        http.put(ROOT + "/catalog/activities", items).as(admin).send().expect(200);
    }

    @ParameterizedTest
    @CsvSource({"'', /api/v1", "/shop, /shop/api/v1", "/shop/eu/, /shop/eu/api/v1", "//evil.example, /api/v1"})
    void locationContainsTheWholePath(String prefix, String root) {
        var activity = UUID.randomUUID();
        http.put(ROOT + "/catalog/activities", "{\"items\": [%s]}".formatted(item(activity, company(), "Night climb")))
                .as(admin)
                .send()
                .expect(200);

        var created = http.post(ROOT + "/favorites", "{\"activityId\": \"%s\"}".formatted(activity))
                .as(admin)
                .header("X-Forwarded-Prefix", prefix)
                .send()
                .expect(201);

        assertThat(created.header("Location")).isEqualTo(root + "/favorites/" + activity);
    }

    @ParameterizedTest
    @CsvSource({"'', /api/v1", "/shop, /shop/api/v1"})
    void documentsAndRedirectsContainTheWholePath(String prefix, String root) {
        var document = http.get(ROOT + "/v3/api-docs/client")
                .header("X-Forwarded-Prefix", prefix)
                .send()
                .expect(200);
        assertThat(document.text("/servers/0/url")).isEqualTo(root);

        var dashboard = http.get(ROOT + "/dashboard")
                .header("X-Forwarded-Prefix", prefix)
                .send()
                .expect(302);
        assertThat(dashboard.header("Location")).isEqualTo(root + "/dashboard/");
        http.get(ROOT + "/dashboard/")
                .header("X-Forwarded-Prefix", prefix)
                .send()
                .expect(200);

        var swagger = http.get(ROOT + "/swagger-ui.html")
                .header("X-Forwarded-Prefix", prefix)
                .send()
                .expect(302);
        assertThat(swagger.header("Location")).isEqualTo(root + "/swagger-ui/index.html");
        assertThat(http.get(ROOT + "/v3/api-docs/swagger-config")
                        .header("X-Forwarded-Prefix", prefix)
                        .send()
                        .expect(200)
                        .text("/urls/0/url"))
                .startsWith(root + "/v3/api-docs/");

        assertThat(http.get(ROOT + "/nope")
                        .header("X-Forwarded-Prefix", prefix)
                        .send()
                        .expectProblem(404, "not-found")
                        .text("/instance"))
                .isEqualTo(root + "/nope");
    }

    private UUID company() {
        var company = UUID.randomUUID();
        http.put(ROOT + "/catalog/companies/" + company, "{\"name\": \"Summit\"}")
                .as(admin)
                .send()
                .expect(201);
        return company;
    }

    private static String item(UUID id, UUID company, String title) {
        return """
                {"id": "%s", "companyId": "%s", "title": "%s", "type": "SERVICE"}""".formatted(id, company, title);
    }
}
