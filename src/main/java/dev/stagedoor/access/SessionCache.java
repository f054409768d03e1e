package dev.stagedoor.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.stagedoor.platform.cache.CacheMode;
import dev.stagedoor.platform.cache.Evictions;
import dev.stagedoor.platform.persistence.AfterCommit;
import dev.stagedoor.platform.security.CurrentUser;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Caches the caller of a session. Changes by this instance evict the entry on commit and, with Redis, the entries of other
 * instances. The short time to live bounds how long other changes remain invisible.
 */
@Component
public class SessionCache {

    private static final String CHANNEL = "stagedoor:callers";
    private static final int MAX_ENTRIES = 100_000;
    private static final int STRIPES = 4_096;

    private final boolean enabled;
    private final Cache<UUID, Entry> sessions;
    private final Clock clock;

    /** Counts evictions per stripe of user ids. An entry is valid only if no eviction occurred since its read started. */
    private final AtomicIntegerArray changes = new AtomicIntegerArray(STRIPES);

    private final Evictions evictions;

    SessionCache(CacheMode mode, AccessProperties properties, Clock clock, MeterRegistry meters, Evictions evictions) {
        this.evictions = evictions;
        evictions.subscribe(CHANNEL, userId -> change(UUID.fromString(userId)));
        this.enabled = mode != CacheMode.NONE;
        this.clock = clock;
        this.sessions = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(MAX_ENTRIES)
                .expireAfterWrite(properties.callerCacheTtl())
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(meters, sessions, "callers");
    }

    Optional<CurrentUser> get(UUID userId, UUID sessionId, Supplier<Optional<ActiveSession>> read) {
        var change = changes.get(stripe(userId));
        var cached = sessions.getIfPresent(sessionId);
        if (enabled && cached != null && cached.isValidFor(userId, change, clock.instant())) {
            return Optional.of(cached.session().caller());
        }
        var session = read.get();
        session.ifPresent(active -> sessions.put(sessionId, new Entry(active, change)));
        return session.map(ActiveSession::caller);
    }

    /** Evicts the user's sessions when the current transaction commits, or immediately if there is none. */
    public void evict(UUID userId) {
        AfterCommit.run(() -> {
            change(userId);
            evictions.publish(CHANNEL, userId.toString());
        });
    }

    private void change(UUID userId) {
        changes.incrementAndGet(stripe(userId));
    }

    private static int stripe(UUID userId) {
        return Math.floorMod(userId.hashCode(), STRIPES);
    }

    record ActiveSession(CurrentUser caller, Instant expiresAt) {}

    private record Entry(ActiveSession session, int change) {

        boolean isValidFor(UUID userId, int latestChange, Instant now) {
            return change == latestChange
                    && session.caller().userId().equals(userId)
                    && session.expiresAt().isAfter(now);
        }
    }
}
