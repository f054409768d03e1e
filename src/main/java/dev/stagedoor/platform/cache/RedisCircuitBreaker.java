package dev.stagedoor.platform.cache;

import io.lettuce.core.RedisCommandExecutionException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
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
public final class RedisCircuitBreaker implements AutoCloseable {

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
        var fault = fault();
        for (var tries = 1; tries < TRIES && fault.isPresent(); tries++) {
            fault = fault();
        }
        usable.set(fault.isEmpty());
        fault.ifPresent(why -> log.warn("Redis is left out until it answers well: {}", why));
        prober.scheduleWithFixedDelay(this::tryAgain, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does something over Redis, or without it where that fails or is not worth a try. */
    public <T> T call(Supplier<T> overRedis, Supplier<T> without) {
        if (!usable.get()) {
            return without.get();
        }
        var share = new RedisTimeLimit(connections.getTimeout());
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
        if (!usable.get() && fault().isEmpty()) {
            usable.set(true);
            log.info("Redis is used again");
        }
    }

    /** Why it is not used; empty where it takes what is written, and quickly, of a few tries at least once. */
    private Optional<String> fault() {
        try (var connection = connections.getConnection()) {
            var isQuick = false;
            for (var tries = 0; tries < TRIES && !isQuick; tries++) {
                var start = System.nanoTime();
                connection.stringCommands().setEx(KEY, A_MINUTE, KEY);
                isQuick =
                        (System.nanoTime() - start) * MARGIN < TimeUnit.MILLISECONDS.toNanos(connections.getTimeout());
            }
            return isQuick ? Optional.empty() : Optional.of("it is slow");
        } catch (RuntimeException failure) {
            reset();
            return Optional.of(
                    NestedExceptionUtils.getMostSpecificCause(failure).toString());
        }
    }

    /** A connection that failed may never answer again, and tell nobody. */
    private void reset() {
        try {
            connections.resetConnection();
        } catch (RuntimeException failure) {
            log.debug("A connection to Redis could not be closed", failure);
        }
    }
}
