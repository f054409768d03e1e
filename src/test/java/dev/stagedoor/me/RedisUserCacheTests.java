package dev.stagedoor.me;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stagedoor.StagedoorApplication;
import dev.stagedoor.profile.ProfileChanged;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorRedisTest;
import dev.stagedoor.support.StatementCount;
import dev.stagedoor.support.TestRedis;
import dev.stagedoor.support.Things;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionOperations;

/** Two instances that share a database and Redis. */
@StagedoorRedisTest
class RedisUserCacheTests {

    private static ConfigurableApplicationContext otherInstance;

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    TestRedis redis;

    @Autowired
    StatementCount statements;

    @Autowired
    Environment environment;

    @Autowired
    Things things;

    @Autowired
    MeQuery query;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    UserCache cache;

    private Person person;
    private String key;

    @BeforeEach
    void createUser() {
        person = people.anyone();
        key = "user:" + person.id();
    }

    @AfterAll
    static void stop() {
        if (otherInstance != null) {
            otherInstance.close();
        }
    }

    @Test
    void entryExpiresAfterFiveMinutes() {
        assertThat(storedEntry()).isNull();

        http.get("/me").as(person).send().expect(200);

        assertThat(storedEntry()).startsWith("{\"id\":");
        assertThat(redis.secondsToLive(key)).isBetween(290L, 300L);
    }

    /** The eviction that the sign-in published can arrive after the first read. */
    @Test
    void cachedReadExecutesNoStatements() {
        var first = http.get("/me").as(person).send().expect(200);

        await().untilAsserted(() -> assertThat(statements.during(() -> {
                    var again = http.get("/me").as(person).send().expect(200);
                    assertThat(again.body()).isEqualTo(first.body());
                    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
                }))
                .isEmpty());
    }

    @Test
    void settingsAreCachedUnchanged() {
        var settings = """
                {"settings": {"big": 123456789012345678901234567890, "exact": 1.10, "tiny": 0.00000001, "huge": 1e29,
                 "@class": "java.util.Date", "list": [1, "\\u00e9\\ud83d\\ude00", null, {"a": false}]}}""";
        var answer = http.patch("/me", settings).as(person).send().expect(200);
        redis.ask(asked -> asked.del(key));
        var read = http.get("/me").as(person).send().expect(200);

        var again = http.get("/me").as(person).send().expect(200);

        assertThat(storedEntry()).contains("@class");
        assertThat(read.body()).isEqualTo(answer.body());
        assertThat(again.body()).isEqualTo(answer.body());
        assertThat(again.header("ETag")).isEqualTo(answer.header("ETag"));
    }

    @Test
    void committedChangeEvictsTheEntry() {
        http.get("/me").as(person).send().expect(200);

        http.patch("/me/notification-preferences", "{\"pushEnabled\": false}")
                .as(person)
                .send()
                .expect(200);

        assertThat(storedEntry()).doesNotContain("Mia");
        assertThat(redis.secondsToLive(key)).isBetween(20L, 30L);
    }

    @Test
    void rolledBackChangeKeepsTheEntry() {
        http.get("/me").as(person).send().expect(200);

        transaction.executeWithoutResult(status -> {
            events.publishEvent(new ProfileChanged(person.id()));
            assertThat(storedEntry()).isNotNull();
            status.setRollbackOnly();
        });

        assertThat(storedEntry()).isNotNull();
    }

    /** Cached callers expire after an hour in tests, so only a message of the other instance can evict the admin. */
    @Test
    void demotionByAnotherInstanceEndsReads() {
        var admin = people.admin();
        http.get("/admin/stats").as(admin).send().expect(200);

        secondInstance()
                .patch("/admin/users/" + admin.id(), "{\"role\": \"PARTICIPANT\"}")
                .as(people.admin())
                .send()
                .expect(200);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> http.get("/admin/stats").as(admin).send().status(), status -> status == 403);
    }

    @Test
    void changeByAnotherInstanceIsVisibleImmediately() {
        http.get("/me").as(person).send().expect(200);

        secondInstance()
                .patch("/me", "{\"firstName\": \"Maja\"}")
                .as(person)
                .send()
                .expect(200);

        assertThat(firstName(http)).isEqualTo("Maja");
    }

    @Test
    void readThatStartedBeforeAChangeOfAnotherInstanceDoesNotFillTheCache() {
        var before = query.read(person.id()).orElseThrow();

        cache.get(person.id(), () -> {
            secondInstance()
                    .patch("/me", "{\"firstName\": \"Maja\"}")
                    .as(person)
                    .send()
                    .expect(200);
            return before;
        });

        assertThat(storedEntry()).doesNotContain("Mia");
        assertThat(firstName(http)).isEqualTo("Maja");
        assertThat(firstName(secondInstance())).isEqualTo("Maja");
    }

    @Test
    void renamedCompanyIsVisibleToItsMembersImmediately() {
        var company = things.company();
        var member = people.member(company, "OWNER");
        http.get("/me").as(member).send().expect(200);

        http.put("/catalog/companies/" + company, "{\"name\": \"Northwall\"}")
                .as(people.admin())
                .send()
                .expect(200);

        assertThat(http.get("/me").as(member).send().text("/companies/0/name")).isEqualTo("Northwall");
    }

    @Test
    void entryOfAnotherUserIsNotReturned() {
        http.get("/me").as(person).send().expect(200);
        var other = people.anyone();
        redis.ask(asked -> asked.set("user:" + other.id(), storedEntry()));

        assertThat(http.get("/me").as(other).send().expect(200).text("/id"))
                .isEqualTo(other.id().toString());
    }

    private String firstName(Http instance) {
        return instance.get("/me").as(person).send().expect(200).text("/firstName");
    }

    private String storedEntry() {
        return redis.get(key);
    }

    /** Returns a client of the second instance, which caches callers for 1 second. */
    private Http secondInstance() {
        if (otherInstance == null) {
            otherInstance = new SpringApplicationBuilder(StagedoorApplication.class, Http.class)
                    .run(
                            "--spring.datasource.url=" + environment.getProperty("spring.datasource.url"),
                            "--spring.datasource.username=" + environment.getProperty("spring.datasource.username"),
                            "--spring.datasource.password=" + environment.getProperty("spring.datasource.password"),
                            "--server.port=0",
                            "--management.server.port=0",
                            "--stagedoor.demo-data=false",
                            "--stagedoor.access.caller-cache-ttl=1s",
                            "--stagedoor.cache=redis",
                            "--spring.data.redis.timeout=5s",
                            "--spring.data.redis.url=" + redis.url());
        }
        return otherInstance.getBean(Http.class);
    }
}
