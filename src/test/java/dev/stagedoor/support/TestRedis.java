package dev.stagedoor.support;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import redis.embedded.RedisServer;

/** A real Redis on a port of its own, which can be stopped and started again. */
public final class TestRedis {

    private static final ClientResources RESOURCES = DefaultClientResources.create();

    private final int port = freePort();
    private RedisServer server;

    /** One that runs. */
    public static TestRedis started() {
        var redis = new TestRedis();
        redis.start();
        return redis;
    }

    /** A port that nothing listens on. */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    public void start() {
        try {
            server = RedisServer.newRedisServer()
                    .port(port)
                    .setting("bind 127.0.0.1")
                    .setting("save \"\"")
                    .build();
            server.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void stop() {
        try {
            server.stop();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Asks it something over a connection of its own. */
    public <T> T ask(Function<RedisCommands<String, String>, T> question) {
        try (var client = RedisClient.create(RESOURCES, url());
                var connection = client.connect()) {
            return question.apply(connection.sync());
        }
    }

    /** What a key holds, or null. */
    public String get(String key) {
        return ask(redis -> redis.get(key));
    }

    /** How long a key will be there; negative where it is not, or for good. */
    public long secondsToLive(String key) {
        return ask(redis -> redis.ttl(key));
    }

    /** Puts bytes there as another program might. */
    public void set(String key, byte[] value) {
        try (var client = RedisClient.create(RESOURCES, url());
                var connection = client.connect(ByteArrayCodec.INSTANCE)) {
            connection.sync().set(key.getBytes(StandardCharsets.UTF_8), value);
        }
    }
}
