package dev.stagedoor.platform.cache;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import lombok.extern.slf4j.Slf4j;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;

/** Evictions through the messages of Redis. Subscribes at startup and again after each outage of Redis. */
@Slf4j
final class RedisEvictions implements Evictions {

    private final RedisConnectionFactory connections;
    private final RedisCircuitBreaker breaker;
    private final RedisMessageListenerContainer listeners = new RedisMessageListenerContainer();

    RedisEvictions(RedisConnectionFactory connections, RedisCircuitBreaker breaker) {
        this.connections = connections;
        this.breaker = breaker;
        listeners.setConnectionFactory(connections);
        listeners.afterPropertiesSet();
        breaker.onRecovery(this::restart);
    }

    @Override
    public void publish(String channel, String key) {
        breaker.call(() -> send(channel, key), () -> 0L);
    }

    @Override
    public void subscribe(String channel, Consumer<String> eviction) {
        attempt(() -> listeners.addMessageListener(
                (message, pattern) -> eviction.accept(new String(message.getBody(), StandardCharsets.UTF_8)),
                ChannelTopic.of(channel)));
    }

    void start() {
        attempt(listeners::start);
    }

    private static void attempt(Runnable subscription) {
        try {
            subscription.run();
        } catch (RuntimeException unreachable) {
            log.debug("The subscription is retried when Redis is reachable", unreachable);
        }
    }

    void stop() throws Exception {
        listeners.destroy();
    }

    /** An outage ends the subscription without a notification. */
    private void restart() {
        listeners.stop();
        listeners.start();
    }

    private Long send(String channel, String key) {
        try (var connection = connections.getConnection()) {
            return connection.publish(bytes(channel), bytes(key));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
