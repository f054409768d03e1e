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

/** The service starts while Redis is away; then Redis fails in every way it can, and is good again. */
@StagedoorTest
@ExtendWith(OutputCaptureExtension.class)
@Tag("reliability")
@RequiresProgram(Program.REDIS)
class RedisFaultTests {

    private static final TestRedis REDIS = new TestRedis();
    private static final Duration BEARABLE = Duration.ofSeconds(2);

    private static boolean started;

    @Autowired
    Http http;

    @Autowired
    People people;

    private Person person;

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry properties) {
        properties.add("stagedoor.cache", () -> "redis");
        properties.add("spring.data.redis.url", REDIS::url);
        properties.add("stagedoor.rate-limit.enabled", () -> true);
    }

    @BeforeEach
    void somebodyRemembered() {
        person = people.anyone();
        if (!started) {
            expectGoodAnswers();
            REDIS.start();
            started = true;
        }
        awaitItsUse();
    }

    @AfterAll
    static void stop() {
        REDIS.stop();
    }

    @Test
    void itIsAway(CapturedOutput output) {
        expectGoodAnswersWhile(output, REDIS::stop, REDIS::start);
    }

    @Test
    void itIsPaused(CapturedOutput output) {
        expectGoodAnswersWhile(output, () -> REDIS.ask(redis -> redis.clientPause(4_000)), () -> {});
    }

    @Test
    void itIsFull(CapturedOutput output) {
        expectGoodAnswersWhile(
                output,
                () -> REDIS.ask(redis -> redis.configSet("maxmemory", "1")),
                () -> REDIS.ask(redis -> redis.configSet("maxmemory", "0")));
    }

    @Test
    void itIsAReplicaThatTakesNoWrites(CapturedOutput output) {
        expectGoodAnswersWhile(
                output,
                () -> REDIS.ask(redis -> redis.replicaof("127.0.0.1", TestRedis.freePort())),
                () -> REDIS.ask(redis -> redis.replicaofNoOne()));
    }

    @Test
    void itForgetsEverything() {
        REDIS.ask(redis -> redis.flushall());

        expectGoodAnswers();

        awaitItsUse();
    }

    private void expectGoodAnswersWhile(CapturedOutput output, Runnable fault, Runnable cure) {
        var before = warnings(output);
        try {
            fault.run();
            expectGoodAnswers();
            assertThat(warnings(output) - before).isLessThanOrEqualTo(1);
            assertThat(output.getOut()).doesNotContain("Unexpected failure");
        } finally {
            cure.run();
        }
        awaitItsUse();
    }

    private static int warnings(CapturedOutput output) {
        return output.getOut().split("Redis is left out", -1).length - 1;
    }

    /** Reads, changes and what is counted; for longer than the service leaves Redis alone. */
    private void expectGoodAnswers() {
        var end = System.nanoTime() + Duration.ofMillis(2_500).toNanos();
        for (var round = 0; round < 5 || System.nanoTime() - end < 0; round++) {
            var flag = round % 2 == 0;
            bearably(() -> http.get("/me").as(person).send().expect(200));
            bearably(() -> http.patch("/me/notification-preferences", "{\"emailEnabled\": %s}".formatted(flag))
                    .as(person)
                    .send()
                    .expect(200));
            bearably(() -> assertThat(emailEnabled()).isEqualTo(flag));
            if (round < 5) {
                bearably(this::spendAToken);
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

    /** What is counted where there is Redis, and where there is none. */
    private void spendAToken() {
        http.post("/auth/email/verify", "{\"token\": \"none\"}").send().expectProblem(400, "invalid-token");
    }

    private static void bearably(Runnable work) {
        var start = System.nanoTime();
        work.run();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BEARABLE);
    }

    private void awaitItsUse() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            REDIS.ask(redis -> redis.del("user:" + person.id()));
            http.get("/me").as(person).send().expect(200);
            assertThat(REDIS.get("user:" + person.id())).contains(person.email());
        });
    }
}
