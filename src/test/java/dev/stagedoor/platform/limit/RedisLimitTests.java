package dev.stagedoor.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import redis.embedded.RedisServer;

/** With a real Redis, which goes away and comes back. */
@StagedoorTest
class RedisLimitTests {

    private static final int PORT = freePort();
    private static RedisServer redis = start();

    @Autowired
    Http http;

    @Autowired
    Buckets buckets;

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry properties) {
        properties.add("stagedoor.cache", () -> "redis");
        properties.add("spring.data.redis.url", () -> "redis://127.0.0.1:" + PORT);
        properties.add("stagedoor.rate-limit.enabled", () -> true);
    }

    @AfterAll
    static void stop() throws IOException {
        redis.stop();
    }

    @Test
    void instancesCountTogetherAndEachForItselfWhileRedisIsAway() throws IOException {
        var three = configuration(3);
        var other = new RedisBuckets(() -> RedisClient.create("redis://127.0.0.1:" + PORT));
        assertThat(buckets.take("a", three).granted()).isTrue();
        assertThat(other.take("a", three).granted()).isTrue();
        assertThat(buckets.take("a", three).granted()).isTrue();
        assertThat(other.take("a", three).granted()).isFalse();
        other.refill("a", three);
        assertThat(buckets.take("a", three).granted()).isTrue();
        other.owe("a", three);
        other.owe("a", three);
        assertThat(buckets.ask("a", three).granted()).isFalse();

        redis.stop();
        var email = People.anyEmail();
        for (var count = 0; count < 10; count++) {
            login(email).expectProblem(401, "invalid-credentials");
        }
        login(email).expectProblem(429, "too-many-requests");
        http.get("/readyz").send().expect(200);
        http.get("/livez").send().expect(200);
        assertThat(other.take("b", three).granted()).isTrue();

        redis = start();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var one = configuration(1);
            var key = "c" + System.nanoTime();
            assertThat(buckets.take(key, one).granted()).isTrue();
            assertThat(other.take(key, one).granted()).isFalse();
        });
    }

    private Answer login(String email) {
        return http.post("/auth/login", "{\"email\": \"%s\", \"password\": \"not-the-password\"}".formatted(email))
                .send();
    }

    private static BucketConfiguration configuration(int tries) {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(tries)
                        .refillGreedy(tries, Duration.ofHours(1))
                        .build())
                .build();
    }

    private static RedisServer start() {
        try {
            var server = RedisServer.newRedisServer()
                    .port(PORT)
                    .setting("bind 127.0.0.1")
                    .setting("save \"\"")
                    .build();
            server.start();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
