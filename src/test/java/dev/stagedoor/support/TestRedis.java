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
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.NestedExceptionUtils;
import redis.embedded.RedisServer;
import redis.embedded.core.ExecutableProvider;

/** A real Redis on a free port, which can be stopped and started again. The server is a test dependency. */
public final class TestRedis {

    private static final ClientResources RESOURCES = DefaultClientResources.create();
    private static final int LIBRARY_MISSING = 127;

    private static Optional<Path> executable;

    private final int port = freePort();
    private final Path program;
    private RedisServer server;

    public TestRedis() {
        this(Program.REDIS.path());
    }

    TestRedis(Path program) {
        this.program = program;
    }

    /** The server. Empty if the dynamic linker does not find its libraries. */
    static synchronized Optional<Path> executable() {
        if (executable == null) {
            try {
                var file = ExecutableProvider.newJarResourceProvider().get().toPath();
                var version = new ProcessBuilder(file.toString(), "--version")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                executable = version.waitFor() == LIBRARY_MISSING ? Optional.empty() : Optional.of(file);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interruption);
            }
        }
        return executable;
    }

    /** Creates and starts a Redis. */
    public static TestRedis started() {
        var redis = new TestRedis();
        redis.start();
        return redis;
    }

    /** Returns a port on which nothing listens. */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /**
     * Starts the server.
     *
     * @throws IllegalStateException with the output of the server if it does not start
     */
    public void start() {
        try {
            server = RedisServer.newRedisServer()
                    .executableProvider(program::toFile)
                    .port(port)
                    .setting("bind 127.0.0.1")
                    .setting("save \"\"")
                    .build();
            server.start();
        } catch (IOException failure) {
            var cause = NestedExceptionUtils.getMostSpecificCause(failure);
            throw new IllegalStateException("Redis does not start. " + cause.getMessage(), failure);
        }
    }

    public void stop() {
        try {
            server.stop();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs commands over a new connection. */
    public <T> T ask(Function<RedisCommands<String, String>, T> commands) {
        try (var client = RedisClient.create(RESOURCES, url());
                var connection = client.connect()) {
            return commands.apply(connection.sync());
        }
    }

    /** Returns the value of a key, or null. */
    public String get(String key) {
        return ask(redis -> redis.get(key));
    }

    /** Returns the time to live of a key. Negative if the key does not exist or does not expire. */
    public long secondsToLive(String key) {
        return ask(redis -> redis.ttl(key));
    }

    /** Sets a key to arbitrary bytes, as another program could. */
    public void set(String key, byte[] value) {
        try (var client = RedisClient.create(RESOURCES, url());
                var connection = client.connect(ByteArrayCodec.INSTANCE)) {
            connection.sync().set(key.getBytes(StandardCharsets.UTF_8), value);
        }
    }
}
