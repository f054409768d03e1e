package dev.stagedoor.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import dev.stagedoor.support.Route;
import dev.stagedoor.support.TestRedis;
import io.lettuce.core.ClientOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Over a line that can be slow, or lose what is sent. */
@RequiresProgram(Program.REDIS)
class RedisBreakerTests {

    private static final TestRedis REDIS = TestRedis.started();

    private final AtomicInteger asked = new AtomicInteger();
    private Route line;
    private LettuceConnectionFactory connections;
    private RedisCircuitBreaker breaker;

    @BeforeEach
    void connect() throws IOException {
        line = Route.to("127.0.0.1", REDIS.port());
        connections = connections(line.port(), Duration.ofMillis(400));
        breaker = new RedisCircuitBreaker(connections);
        breaker.start();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
    }

    @AfterEach
    void disconnect() throws IOException {
        RequestContextHolder.resetRequestAttributes();
        breaker.close();
        connections.destroy();
        line.close();
    }

    @AfterAll
    static void stop() {
        REDIS.stop();
    }

    @Test
    void asksRedisWhileItAnswers() {
        askTenTimes();

        assertThat(asked).hasValue(10);
    }

    /** Each answer is in time, and all together are not. */
    @Test
    void aRequestAsksASlowRedisOnlyWhileItsShareLasts() {
        line.slowDown(Duration.ofMillis(220));

        askTenTimes();

        assertThat(asked).hasValueBetween(1, 2);
    }

    @Test
    void aSlowRedisIsLeftOutUntilItIsQuickAgain() throws InterruptedException {
        line.slowDown(Duration.ofMillis(220));
        askTenTimes();

        Thread.sleep(2_500);
        assertThat(ask()).isFalse();

        line.slowDown(Duration.ZERO);
        awaitItsUse();
    }

    @Test
    void aLineThatLosesEverythingIsPaidForOnce() {
        line.loseConnections();

        askTenTimes();

        assertThat(asked).hasValue(1);
        awaitItsUse();
    }

    @Test
    void aKeyOfAnotherKindIsNoOutage() {
        REDIS.ask(redis -> redis.rpush("list", "one"));

        assertThat(breaker.<Boolean>call(() -> read("list"), () -> false)).isFalse();

        assertThat(ask()).isTrue();
    }

    @Test
    void nothingIsAskedOfARedisThatWasNeverThere() {
        var nowhere = connections(TestRedis.freePort(), Duration.ofMillis(400));
        try (var other = new RedisCircuitBreaker(nowhere)) {
            other.start();

            assertThat(other.<Boolean>call(() -> read("any"), () -> false)).isFalse();
            assertThat(asked).hasValue(0);
        } finally {
            nowhere.destroy();
        }
    }

    private void askTenTimes() {
        for (var count = 0; count < 10; count++) {
            ask();
        }
    }

    private boolean ask() {
        return breaker.call(() -> read("any"), () -> false);
    }

    private boolean read(String key) {
        asked.incrementAndGet();
        try (var connection = connections.getConnection()) {
            connection.stringCommands().get(key.getBytes(StandardCharsets.UTF_8));
            return true;
        }
    }

    private void awaitItsUse() {
        RequestContextHolder.resetRequestAttributes();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::ask);
    }

    private static LettuceConnectionFactory connections(int port, Duration patience) {
        var client = LettuceClientConfiguration.builder()
                .commandTimeout(patience)
                .clientOptions(ClientOptions.builder().autoReconnect(false).build())
                .build();
        var connections = new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", port), client);
        connections.start();
        return connections;
    }
}
