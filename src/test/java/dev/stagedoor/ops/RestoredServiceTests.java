package dev.stagedoor.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.StagedoorApplication;
import dev.stagedoor.ops.OpsServer.Database;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Which credentials of a client remain valid after a restore. */
@RequiresProgram(Program.POSTGRESQL)
@Tag("operations")
class RestoredServiceTests {

    private static final byte[] SECRET = new byte[32];

    @Test
    void onlyPasswordsAndApiKeysRemainValid(@TempDir Path directory) throws Exception {
        var database = OpsServer.migrated();
        String accessToken;
        String refreshToken;
        String key;
        String dump;
        var email = People.anyEmail();
        try (var service = service(database)) {
            var http = service.getBean(Http.class);
            var session = http.post("/auth/register", People.registration(email))
                    .send()
                    .expect(201);
            accessToken = session.text("/accessToken");
            refreshToken = session.text("/refreshToken");
            var userId = UUID.fromString(session.text("/user/id"));
            database.jdbc().sql("UPDATE users.users SET role = 'ADMIN'").update();
            key = http.post("/admin/api-keys", "{\"name\": \"feed\", \"scopes\": [\"catalog:write\"]}")
                    .bearer(http.post("/auth/login", login(email))
                            .send()
                            .expect(200)
                            .text("/accessToken"))
                    .send()
                    .expect(201)
                    .text("/key");
            database.jdbc()
                    .sql("INSERT INTO access.one_time_tokens VALUES (?, 'RESET_PASSWORD', ?, ?, ?, ?)")
                    .params(
                            userId,
                            email,
                            MessageDigest.getInstance("SHA-256").digest(SECRET),
                            OffsetDateTime.now(),
                            OffsetDateTime.now().plusHours(1))
                    .update();
            http.get("/me").bearer(accessToken).send().expect(200);
            dump = Script.of("backup").on(database).run(directory).text();
        }
        var restored = OpsServer.empty();
        Script.of("restore").on(restored).run(dump).text();

        try (var service = service(restored)) {
            var http = service.getBean(Http.class);
            http.get("/me").bearer(accessToken).send().expect(401);
            http.post("/auth/refresh", "{\"refreshToken\": \"%s\"}".formatted(refreshToken))
                    .send()
                    .expectProblem(401, "invalid-refresh-token");
            assertThat(http.post("/auth/password/reset", reset()).send().text("/code"))
                    .isEqualTo("invalid-token");
            var again = http.post("/auth/login", login(email)).send().expect(200);
            http.get("/me").bearer(again.text("/accessToken")).send().expect(200);
            http.put("/catalog/companies/" + UUID.randomUUID(), "{\"name\": \"Northwall\"}")
                    .header("X-API-Key", key)
                    .send()
                    .expect(201);
        }
    }

    private static String login(String email) {
        return "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, People.PASSWORD);
    }

    private static String reset() {
        return "{\"token\": \"%s\", \"password\": \"a-quite-different-one\"}"
                .formatted(Base64.getUrlEncoder().withoutPadding().encodeToString(SECRET));
    }

    private static ConfigurableApplicationContext service(Database database) {
        return new SpringApplicationBuilder(StagedoorApplication.class, Http.class)
                .run(
                        "--spring.datasource.url=" + database.url().jdbcUrl(),
                        "--spring.datasource.username=" + database.url().user(),
                        "--spring.datasource.password=",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--stagedoor.demo-data=false");
    }
}
