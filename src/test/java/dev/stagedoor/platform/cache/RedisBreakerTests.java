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

/** Uses a network route that can be slow or drop connections. */
@RequiresProgram(Program.REDIS)
class RedisBreakerTests {

    private static final TestRedis REDIS = TestRedis.started();

    private final AtomicInteger redisCalls = new AtomicInteger();
    private Route route;
    private LettuceConnectionFactory connections;
    private RedisCircuitBreaker breaker;

    @BeforeEach
    void connect() throws IOException {
        route = Route.to("127.0.0.1", REDIS.port());
        connections = connections(route.port(), Duration.ofMillis(400));
        breaker = new RedisCircuitBreaker(connections);
        breaker.start();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
    }

    @AfterEach
    void disconnect() throws IOException {
        RequestContextHolder.resetRequestAttributes();
        breaker.close();
        connections.destroy();
        route.close();
    }

    @AfterAll
    static void stop() {
        REDIS.stop();
    }

    @Test
    void healthyRedisReceivesAllCalls() {
        callTenTimes();

        assertThat(redisCalls).hasValue(10);
    }

    /** Each command is faster than the timeout, but not all commands of the request together. */
    @Test
    void requestStopsCallingSlowRedisAtItsTimeLimit() {
        route.delayResponses(Duration.ofMillis(220));

        callTenTimes();

        assertThat(redisCalls).hasValueBetween(1, 2);
    }

    @Test
    void slowRedisIsDisabledUntilItIsFastAgain() throws InterruptedException {
        route.delayResponses(Duration.ofMillis(220));
        callTenTimes();

        Thread.sleep(2_500);
        assertThat(call()).isFalse();

        route.delayResponses(Duration.ZERO);
        awaitEnabled();
    }

    @Test
    void lostConnectionDelaysOnlyOneCall() {
        route.dropOpenConnections();

        callTenTimes();

        assertThat(redisCalls).hasValue(1);
        awaitEnabled();
    }

    @Test
    void unreachableRedisReceivesNoCalls() {
        var unreachable = connections(TestRedis.freePort(), Duration.ofMillis(400));
        try (var other = new RedisCircuitBreaker(unreachable)) {
            other.start();

            assertThat(other.<Boolean>call(() -> read("any"), () -> false)).isFalse();
            assertThat(redisCalls).hasValue(0);
        } finally {
            unreachable.destroy();
        }
    }

    private void callTenTimes() {
        for (var count = 0; count < 10; count++) {
            call();
        }
    }

    private boolean call() {
        return breaker.call(() -> read("any"), () -> false);
    }

    private boolean read(String key) {
        redisCalls.incrementAndGet();
        try (var connection = connections.getConnection()) {
            connection.stringCommands().get(key.getBytes(StandardCharsets.UTF_8));
            return true;
        }
    }

    private void awaitEnabled() {
        RequestContextHolder.resetRequestAttributes();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::call);
    }

    private static LettuceConnectionFactory connections(int port, Duration timeout) {
        var client = LettuceClientConfiguration.builder()
                .commandTimeout(timeout)
                .clientOptions(ClientOptions.builder().autoReconnect(false).build())
                .build();
        var connections = new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", port), client);
        connections.start();
        return connections;
    }
}
