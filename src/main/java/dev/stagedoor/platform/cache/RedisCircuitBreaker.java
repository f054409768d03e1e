package dev.stagedoor.platform.cache;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * The circuit breaker of all Redis calls. It opens if Redis is unreachable, slow or rejects writes. A background thread
 * probes Redis and closes it again, so requests never wait for a connection or a probe.
 */
@Slf4j
@RequiredArgsConstructor
public final class RedisCircuitBreaker implements AutoCloseable {

    private static final int ATTEMPTS = 5;
    private static final Duration PROBE_INTERVAL = Duration.ofSeconds(1);

    /** A probe must be this many times faster than the timeout, because a request may send several commands. */
    private static final int SPEED_FACTOR = 4;

    private static final byte[] PROBE_KEY = "stagedoor:probe".getBytes(StandardCharsets.UTF_8);
    private static final long PROBE_TTL_SECONDS = 60;

    private final LettuceConnectionFactory connections;
    private final AtomicBoolean usable = new AtomicBoolean();
    private final List<Runnable> recoveries = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService prober = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "redis-probe");
        thread.setDaemon(true);
        return thread;
    });

    /** Probes Redis now, and later whenever the breaker is open. */
    public void start() {
        var fault = findFault();
        for (var attempt = 1; attempt < ATTEMPTS && fault.isPresent(); attempt++) {
            fault = findFault();
        }
        usable.set(fault.isEmpty());
        fault.ifPresent(reason -> log.warn("Redis is disabled until a probe succeeds: {}", reason));
        prober.scheduleWithFixedDelay(
                this::probe, PROBE_INTERVAL.toMillis(), PROBE_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Calls Redis. Returns the result of the fallback if the call fails or the breaker is open. */
    public <T extends @Nullable Object> T call(Supplier<T> redisCall, Supplier<T> fallback) {
        if (!usable.get()) {
            return fallback.get();
        }
        var timeLimit = new RedisTimeLimit(connections.getTimeout());
        try {
            return redisCall.get();
        } catch (RuntimeException failure) {
            open(NestedExceptionUtils.getMostSpecificCause(failure).toString());
            return fallback.get();
        } finally {
            if (timeLimit.isExceeded()) {
                open("Redis is slow");
            }
        }
    }

    /**
     * Adds an action that runs before Redis is used again, and once more directly afterwards, because evictions are lost
     * until then.
     */
    void onRecovery(Runnable action) {
        recoveries.add(action);
    }

    @Override
    public void close() {
        prober.shutdownNow();
    }

    private void open(String reason) {
        if (usable.compareAndSet(true, false)) {
            log.warn("Redis is disabled until a probe succeeds: {}", reason);
        }
    }

    private void probe() {
        if (usable.get() || findFault().isPresent()) {
            return;
        }
        try {
            recoveries.forEach(Runnable::run);
            usable.set(true);
            log.info("Redis is enabled again");
            recoveries.forEach(Runnable::run);
        } catch (RuntimeException failure) {
            open(NestedExceptionUtils.getMostSpecificCause(failure).toString());
        }
    }

    /** Returns the fault, or empty if at least one of several writes succeeds within the required time. */
    private Optional<String> findFault() {
        try (var connection = connections.getConnection()) {
            var isFast = false;
            for (var attempt = 0; attempt < ATTEMPTS && !isFast; attempt++) {
                var start = System.nanoTime();
                connection.stringCommands().setEx(PROBE_KEY, PROBE_TTL_SECONDS, PROBE_KEY);
                isFast = (System.nanoTime() - start) * SPEED_FACTOR
                        < TimeUnit.MILLISECONDS.toNanos(connections.getTimeout());
            }
            return isFast ? Optional.empty() : Optional.of("Redis is slow");
        } catch (RuntimeException failure) {
            reset();
            return Optional.of(
                    NestedExceptionUtils.getMostSpecificCause(failure).toString());
        }
    }

    /** After a failure, an open connection may never respond again, without an error. */
    private void reset() {
        try {
            connections.resetConnection();
        } catch (RuntimeException failure) {
            log.debug("Could not close a Redis connection", failure);
        }
    }
}
