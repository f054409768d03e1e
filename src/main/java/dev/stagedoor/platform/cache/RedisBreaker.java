package dev.stagedoor.platform.cache;

import io.lettuce.core.RedisCommandExecutionException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * One circuit breaker for all that uses Redis. Where Redis is away, slow or does not take what is written, it is left out,
 * and a thread of its own tries until it answers well again: no request connects, or pays for a try.
 */
@Slf4j
@RequiredArgsConstructor
public final class RedisBreaker implements AutoCloseable {

    private static final int TRIES = 5;
    private static final Duration EVERY = Duration.ofSeconds(1);

    /** So much quicker than its time-out a try must be: a request may send several commands. */
    private static final int MARGIN = 4;

    private static final byte[] KEY = "stagedoor:probe".getBytes(StandardCharsets.UTF_8);
    private static final long A_MINUTE = 60;

    private final LettuceConnectionFactory connections;
    private final AtomicBoolean usable = new AtomicBoolean();
    private final ScheduledExecutorService prober = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "redis-probe");
        thread.setDaemon(true);
        return thread;
    });

    /** Tries now, and whenever Redis is left out from then on. */
    public void start() {
        for (var tries = 0; tries < TRIES && !usable.get(); tries++) {
            usable.set(isWell());
        }
        if (!usable.get()) {
            log.warn("Redis is out of reach; the service works without it until it is back");
        }
        prober.scheduleWithFixedDelay(this::tryAgain, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does something over Redis, or without it where that fails or is not worth a try. */
    public <T> T call(Supplier<T> overRedis, Supplier<T> without) {
        if (!usable.get()) {
            return without.get();
        }
        var share = new RedisShare(connections.getTimeout());
        try {
            return overRedis.get();
        } catch (RuntimeException failure) {
            judge(failure);
            return without.get();
        } finally {
            if (share.isUsedUp()) {
                leaveOut("it is slow");
            }
        }
    }

    @Override
    public void close() {
        prober.shutdownNow();
    }

    /** That one key holds what another program put there says nothing of Redis itself. */
    private void judge(RuntimeException failure) {
        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        if (!(cause instanceof RedisCommandExecutionException refusal
                && refusal.getMessage().startsWith("WRONGTYPE"))) {
            leaveOut(cause.toString());
        }
    }

    private void leaveOut(String why) {
        if (usable.compareAndSet(true, false)) {
            log.warn("Redis is left out until it answers well again: {}", why);
        }
    }

    private void tryAgain() {
        if (!usable.get() && isWell()) {
            usable.set(true);
            log.info("Redis is used again");
        }
    }

    /** Whether it takes what is written, and quickly: the best of a few tries tells, for the others tell of this machine. */
    private boolean isWell() {
        try (var connection = connections.getConnection()) {
            var isQuick = false;
            for (var tries = 0; tries < TRIES && !isQuick; tries++) {
                var start = System.nanoTime();
                connection.stringCommands().setEx(KEY, A_MINUTE, KEY);
                isQuick =
                        (System.nanoTime() - start) * MARGIN < TimeUnit.MILLISECONDS.toNanos(connections.getTimeout());
            }
            return isQuick;
        } catch (RuntimeException away) {
            log.debug("Redis does not answer well", away);
            connections.resetConnection();
            return false;
        }
    }
}
