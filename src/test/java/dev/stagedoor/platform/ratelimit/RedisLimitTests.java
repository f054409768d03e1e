package dev.stagedoor.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stagedoor.platform.cache.RedisCircuitBreaker;
import dev.stagedoor.platform.ratelimit.Buckets.Key;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Uses a real Redis that is stopped and restarted. */
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
    void instancesShareLimitsExceptWhileRedisIsDown() {
        var other = otherInstance();
        awaitSharedCounting(other);

        REDIS.stop();
        var email = People.anyEmail();
        for (var count = 0; count < 10; count++) {
            login(email).expectProblem(401, "invalid-credentials");
        }
        login(email).expectProblem(429, "too-many-requests");
        http.get("/readyz").send().expect(200);
        http.get("/livez").send().expect(200);
        assertThat(other.tryConsume(key("b"), configuration(1)).isAvailable()).isTrue();

        REDIS.start();
        awaitSharedCounting(other);
    }

    /** Retries, because a pause of this machine can disable Redis temporarily. */
    private void awaitSharedCounting(Buckets other) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertSharedCounting(key("key-" + System.nanoTime()), other));
    }

    private void assertSharedCounting(Key key, Buckets other) {
        var three = configuration(3);
        assertThat(buckets.tryConsume(key, three).isAvailable()).isTrue();
        assertThat(other.tryConsume(key, three).isAvailable()).isTrue();
        assertThat(buckets.tryConsume(key, three).isAvailable()).isTrue();
        assertThat(other.tryConsume(key, three).isAvailable()).isFalse();
        other.reset(key, three);
        assertThat(buckets.tryConsume(key, three).isAvailable()).isTrue();
        other.giveBack(key, three);
        assertThat(buckets.estimate(key, three).isAvailable()).isTrue();
    }

    private static Key key(String text) {
        return new Key(RateLimit.LOGIN_BY_ACCOUNT, UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
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

    private static BucketConfiguration configuration(int capacity) {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(capacity)
                        .refillGreedy(capacity, Duration.ofHours(1))
                        .build())
                .build();
    }
}
