package dev.stagedoor.support;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.function.Function;
import redis.embedded.RedisServer;

/** A real Redis on a port of its own, which can be stopped and started again. */
public final class TestRedis {

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
        try (var client = RedisClient.create(url());
                var connection = client.connect()) {
            return question.apply(connection.sync());
        }
    }

    /** Puts bytes there as another program might. */
    public void set(String key, byte[] value) {
        try (var client = RedisClient.create(RedisURI.create(url()));
                var connection = client.connect(ByteArrayCodec.INSTANCE)) {
            connection.sync().set(key.getBytes(), value);
        }
    }
}
