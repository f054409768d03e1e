package dev.stagedoor.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.TestRedis;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service starts without Redis. Then Redis fails in different ways and recovers. */
@StagedoorTest
@ExtendWith(OutputCaptureExtension.class)
@Tag("reliability")
@RequiresProgram(Program.REDIS)
class RedisFaultTests {

    private static final TestRedis REDIS = new TestRedis();
    private static final Duration MAX_RESPONSE_TIME = Duration.ofSeconds(2);

    private static boolean started;

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    RedisCircuitBreaker breaker;

    private Person person;
    private boolean flag;

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry properties) {
        properties.add("stagedoor.cache", () -> "redis");
        properties.add("spring.data.redis.url", REDIS::url);
        properties.add("stagedoor.rate-limit.enabled", () -> true);
    }

    @BeforeEach
    void startAndCacheAPerson() {
        person = people.anyone();
        if (!started) {
            expectCorrectResponses();
            REDIS.start();
            started = true;
        }
        awaitCached();
    }

    @AfterAll
    static void stop() {
        REDIS.stop();
    }

    @Test
    void stoppedRedisDoesNotAffectResponses(CapturedOutput output) {
        expectCorrectResponsesDuring(output, REDIS::stop, REDIS::start);
    }

    @Test
    void pausedRedisDoesNotAffectResponses(CapturedOutput output) {
        expectCorrectResponsesDuring(output, () -> REDIS.ask(redis -> redis.clientPause(4_000)), () -> {});
    }

    @Test
    void fullRedisDoesNotAffectResponses(CapturedOutput output) {
        expectCorrectResponsesDuring(
                output,
                () -> REDIS.ask(redis -> redis.configSet("maxmemory", "1")),
                () -> REDIS.ask(redis -> redis.configSet("maxmemory", "0")));
    }

    @Test
    void readOnlyReplicaDoesNotAffectResponses(CapturedOutput output) {
        expectCorrectResponsesDuring(
                output,
                () -> REDIS.ask(redis -> redis.replicaof("127.0.0.1", TestRedis.freePort())),
                () -> REDIS.ask(redis -> redis.replicaofNoOne()));
    }

    @Test
    void flushedRedisDoesNotAffectResponses() {
        REDIS.ask(redis -> redis.flushall());

        expectCorrectResponses();

        awaitCached();
    }

    private void expectCorrectResponsesDuring(CapturedOutput output, Runnable fault, Runnable recovery) {
        var before = warnings(output);
        try {
            fault.run();
            expectCorrectResponses();
            assertThat(warnings(output) - before).isLessThanOrEqualTo(1);
            assertThat(output.getOut()).doesNotContain("Unexpected failure");
        } finally {
            recovery.run();
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> breaker.call(() -> true, () -> false));
        assertThat(emailEnabled()).isEqualTo(flag);
        awaitCached();
    }

    private static int warnings(CapturedOutput output) {
        return output.getOut().split("Redis is disabled", -1).length - 1;
    }

    /** Reads, updates and counts for longer than the probe interval. */
    private void expectCorrectResponses() {
        var end = System.nanoTime() + Duration.ofMillis(2_500).toNanos();
        for (var round = 0; round < 5 || System.nanoTime() - end < 0; round++) {
            flag = round % 2 == 0;
            timed(() -> http.get("/me").as(person).send().expect(200));
            timed(() -> http.patch("/me/notification-preferences", "{\"emailEnabled\": %s}".formatted(flag))
                    .as(person)
                    .send()
                    .expect(200));
            timed(() -> assertThat(emailEnabled()).isEqualTo(flag));
            if (round < 5) {
                timed(this::useInvalidToken);
            }
        }
        http.get("/readyz").send().expect(200);
    }

    private boolean emailEnabled() {
        return http.get("/me/notification-preferences")
                .as(person)
                .send()
                .expect(200)
                .json()
                .at("/emailEnabled")
                .asBoolean();
    }

    /** The rate limit counts the attempt in Redis or in memory. */
    private void useInvalidToken() {
        http.post("/auth/email/verify", "{\"token\": \"none\"}").send().expectProblem(400, "invalid-token");
    }

    private static void timed(Runnable work) {
        var start = System.nanoTime();
        work.run();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MAX_RESPONSE_TIME);
    }

    private void awaitCached() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            REDIS.ask(redis -> redis.del("user:" + person.id()));
            http.get("/me").as(person).send().expect(200);
            assertThat(REDIS.get("user:" + person.id())).contains(person.email());
        });
    }
}
