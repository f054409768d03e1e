package dev.stagedoor.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stagedoor.platform.cache.RedisCircuitBreaker;
import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.TestRedis;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.lettuce.core.ClientOptions;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With a real Redis, which goes away and comes back. */
@StagedoorTest
@RequiresProgram(Program.REDIS)
class RedisLimitTests {

    private static final TestRedis REDIS = TestRedis.started();

    @Autowired
    Http http;

    @Autowired
    Buckets buckets;

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry properties) {
        properties.add("stagedoor.cache", () -> "redis");
        properties.add("spring.data.redis.url", REDIS::url);
        properties.add("stagedoor.rate-limit.enabled", () -> true);
    }

    @AfterAll
    static void stop() {
        REDIS.stop();
    }

    @Test
    void instancesCountTogetherAndEachForItselfWhileRedisIsAway() {
        var other = otherInstance();
        countTogetherSoon(other);

        REDIS.stop();
        var email = People.anyEmail();
        for (var count = 0; count < 10; count++) {
            login(email).expectProblem(401, "invalid-credentials");
        }
        login(email).expectProblem(429, "too-many-requests");
        http.get("/readyz").send().expect(200);
        http.get("/livez").send().expect(200);
        assertThat(other.take("b", configuration(1)).granted()).isTrue();

        REDIS.start();
        countTogetherSoon(other);
    }

    /** A pause of this machine looks like one of Redis, which is then left out for a moment: it is tried anew. */
    private void countTogetherSoon(Buckets other) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> countTogether("key-" + System.nanoTime(), other));
    }

    private void countTogether(String key, Buckets other) {
        var three = configuration(3);
        assertThat(buckets.take(key, three).granted()).isTrue();
        assertThat(other.take(key, three).granted()).isTrue();
        assertThat(buckets.take(key, three).granted()).isTrue();
        assertThat(other.take(key, three).granted()).isFalse();
        other.refill(key, three);
        assertThat(buckets.take(key, three).granted()).isTrue();
        other.owe(key, three);
        other.owe(key, three);
        assertThat(buckets.ask(key, three).granted()).isFalse();
    }

    private Answer login(String email) {
        return http.post("/auth/login", "{\"email\": \"%s\", \"password\": \"not-the-password\"}".formatted(email))
                .send();
    }

    private static Buckets otherInstance() {
        var client = LettuceClientConfiguration.builder()
                .commandTimeout(Duration.ofMillis(45))
                .clientOptions(ClientOptions.builder().autoReconnect(false).build())
                .build();
        var connections =
                new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", REDIS.port()), client);
        connections.start();
        var breaker = new RedisCircuitBreaker(connections);
        breaker.start();
        return new RedisBuckets(connections, breaker);
    }

    private static BucketConfiguration configuration(int tries) {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(tries)
                        .refillGreedy(tries, Duration.ofHours(1))
                        .build())
                .build();
    }
}
