package dev.stagedoor.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.Route;
import dev.stagedoor.support.TestDatabase;
import dev.stagedoor.support.Things;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The database fails in different ways and recovers while the service runs. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "stagedoor.demo-data=false",
            "stagedoor.rate-limit.enabled=false",
            "stagedoor.access.caller-cache-ttl=0s",
            "stagedoor.metrics.count-every=1d",
            "spring.datasource.hikari.connection-timeout=2000",
            "spring.datasource.hikari.data-source-properties.socketTimeout=2",
            "DB_STATEMENT_TIMEOUT=1s"
        })
@Import({Http.class, People.class, Things.class})
@DirtiesContext
@Tag("reliability")
class DatabaseOutageTests {

    private static final TestDatabase.Url DATABASE = TestDatabase.fresh();
    private static final Route ROUTE = route();

    /** The connection timeout of the pool plus 2 s. */
    private static final Duration MAX_RESPONSE_TIME = Duration.ofSeconds(4);

    private static final Duration MAX_PROBE_TIME = Duration.ofSeconds(1);

    @Autowired
    private Http http;

    @Autowired
    private People people;

    @Autowired
    private Things things;

    private Person person;
    private UUID activity;

    @DynamicPropertySource
    static void connectThroughTheRoute(DynamicPropertyRegistry properties) {
        var address = URI.create(DATABASE.jdbcUrl().substring("jdbc:".length()));
        properties.add(
                "spring.datasource.url",
                () -> "jdbc:postgresql://localhost:%s%s".formatted(ROUTE.port(), address.getPath()));
        properties.add("spring.datasource.username", DATABASE::user);
        properties.add("spring.datasource.password", DATABASE::password);
    }

    @BeforeEach
    void prepare() {
        person = people.anyone();
        activity = things.activity();
        save().expect(201);
    }

    @AfterAll
    static void end() throws IOException {
        ROUTE.close();
    }

    @Test
    void stoppedDatabaseReturns503UntilItRestarts() throws IOException {
        ROUTE.disconnect();

        assertUnavailable();

        ROUTE.restore();
        assertRecovered();
    }

    @Test
    void unresponsiveDatabaseReturns503UntilItResponds() throws IOException {
        ROUTE.dropData();

        assertUnavailable();

        ROUTE.restore();
        assertRecovered();
    }

    @Test
    void longOutageDoesNotDelayTheRecovery() throws IOException {
        ROUTE.disconnect();
        for (var request = 0; request < 4; request++) {
            timed(MAX_RESPONSE_TIME, this::read).expectProblem(503, "service-unavailable");
        }

        ROUTE.restore();
        assertRecovered();
    }

    @Test
    void readOnlyDatabaseServesReads() throws SQLException {
        administer(
                "ALTER DATABASE %s SET default_transaction_read_only = on",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = '%s' AND pid <> pg_backend_pid()");

        await().atMost(MAX_RESPONSE_TIME).until(() -> read().status() == 200);
        assertServiceUnavailable(save());
        assertServiceUnavailable(register());
        read().expect(200);

        administer("ALTER DATABASE %s RESET default_transaction_read_only");
        assertRecovered();
    }

    @Test
    void slowStatementReturns503() throws SQLException {
        try (var other = DATABASE.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("""
                    SELECT FROM users.users u JOIN users.user_profiles p ON p.user_id = u.id
                    WHERE u.id = '%s' FOR UPDATE""".formatted(person.id()));

            assertServiceUnavailable(timed(MAX_RESPONSE_TIME, this::rename));
            assertServiceUnavailable(timed(MAX_RESPONSE_TIME, this::muteAll));
            read().expect(200);

            other.rollback();
        }
        rename().expect(200);
    }

    @Test
    void slowQueryOutsideOfTransactionsReturns503() throws SQLException {
        try (var other = DATABASE.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE users.users IN ACCESS EXCLUSIVE MODE");

            assertServiceUnavailable(timed(MAX_RESPONSE_TIME, this::signIn));

            other.rollback();
        }
        signIn().expect(200);
    }

    private void assertUnavailable() {
        timed(MAX_RESPONSE_TIME, this::read).expectProblem(503, "service-unavailable");
        assertServiceUnavailable(timed(MAX_RESPONSE_TIME, this::save));
        assertServiceUnavailable(timed(MAX_RESPONSE_TIME, this::register));
        timed(MAX_PROBE_TIME, () -> http.get("/livez").send()).expect(200);
        timed(MAX_RESPONSE_TIME, () -> http.get("/readyz").send()).expect(503);
    }

    private static void assertServiceUnavailable(Answer response) {
        response.expectProblem(503, "service-unavailable");
        assertThat(response.header("Retry-After")).isEqualTo("5");
    }

    private void assertRecovered() {
        await().pollDelay(Duration.ZERO).atMost(Duration.ofSeconds(5)).until(() -> read().status() == 200);
        await().atMost(Duration.ofSeconds(5)).until(() -> register().status() == 201);
        http.get("/readyz").send().expect(200);
    }

    private Answer read() {
        return http.get("/me").as(person).send();
    }

    private Answer rename() {
        return http.patch("/me", "{\"firstName\": \"Maja\"}").as(person).send();
    }

    private Answer muteAll() {
        return http.patch("/me/notification-preferences", "{\"pushEnabled\": false}")
                .as(person)
                .send();
    }

    private Answer save() {
        return http.post("/favorites", "{\"activityId\": \"%s\"}".formatted(activity))
                .as(person)
                .send();
    }

    private Answer register() {
        return http.post("/auth/register", People.registration(People.anyEmail()))
                .send();
    }

    private Answer signIn() {
        var body = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(person.email(), People.PASSWORD);
        return http.post("/auth/login", body).send();
    }

    private static Answer timed(Duration limit, Supplier<Answer> call) {
        var start = System.nanoTime();
        var response = call.get();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(limit);
        return response;
    }

    private static void administer(String... statements) throws SQLException {
        try (var connection = DATABASE.connect();
                var statement = connection.createStatement()) {
            statement.execute("SET default_transaction_read_only = off");
            for (var sql : statements) {
                statement.execute(sql.formatted(connection.getCatalog()));
            }
        }
    }

    private static Route route() {
        var address = URI.create(DATABASE.jdbcUrl().substring("jdbc:".length()));
        try {
            return Route.to(address.getHost(), address.getPort());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
