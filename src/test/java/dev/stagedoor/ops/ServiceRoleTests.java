package dev.stagedoor.ops;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.schema.MigratedDatabase;
import dev.stagedoor.support.People;
import dev.stagedoor.support.RunningService;
import dev.stagedoor.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The service runs as a role that does not own the tables, with the privileges of {@code ops/grants.sql}. */
@Tag("process")
class ServiceRoleTests {

    private final String role = "service_" + UUID.randomUUID().toString().replace("-", "");
    private final TestDatabase.Url owner = TestDatabase.fresh();
    private final TestDatabase.Url service = new TestDatabase.Url(owner.jdbcUrl(), role, "secret");
    private JdbcClient superuser;

    @BeforeEach
    void grant() throws IOException {
        superuser = MigratedDatabase.migrated(owner);
        superuser.sql("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'").update();
        var grants = Files.readString(Path.of("ops/grants.sql")).replace("stagedoor_service", role);
        for (var statement : grants.split(";")) {
            if (!statement.isBlank()) {
                superuser.sql(statement).update();
            }
        }
    }

    @AfterEach
    void dropRole() {
        superuser.sql("DROP OWNED BY " + role).update();
        superuser.sql("DROP ROLE " + role).update();
    }

    @Test
    void serviceWorksWithTheseGrants() {
        try (var running = RunningService.start(service, RunningService.freePort(), "--spring.flyway.enabled=false")) {
            var people = running.people();
            var admin = people.admin();
            var http = running.http();
            var activity = UUID.randomUUID();
            var company = UUID.randomUUID();
            http.put("/catalog/companies/" + company, "{\"name\": \"Summit\"}")
                    .as(admin)
                    .send()
                    .expect(201);
            http.put("/catalog/activities/" + activity, """
                    {"companyId": "%s", "title": "First Rope", "type": "SERVICE"}""".formatted(company))
                    .as(admin)
                    .send()
                    .expect(201);
            http.post("/favorites", "{\"activityId\": \"%s\"}".formatted(activity))
                    .as(admin)
                    .send()
                    .expect(201);
            http.delete("/favorites/" + activity).as(admin).send().expect(204);
            http.get("/admin/audit-events").as(admin).send().expect(200);
            http.post("/me/deletion", "{\"password\": \"%s\"}".formatted(People.PASSWORD))
                    .as(people.anyone())
                    .send()
                    .expect(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM audit.audit_events",
                "UPDATE audit.audit_events SET actor_id = gen_random_uuid()",
                "TRUNCATE audit.audit_events",
                "DROP TABLE audit.audit_events",
                "CREATE TABLE audit.copies (id uuid)"
            })
    void serviceCannotChangeAuditEvents(String statement) {
        var jdbc =
                JdbcClient.create(new DriverManagerDataSource(service.jdbcUrl(), service.user(), service.password()));

        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .isInstanceOf(BadSqlGrammarException.class)
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
}
