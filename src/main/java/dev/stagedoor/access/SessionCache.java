package dev.stagedoor.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.stagedoor.platform.cache.CacheMode;
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
 * Remembers for a moment who a session stands for. What this instance changes is forgotten as soon as it is committed;
 * the short time bounds how long it is unaware of what others change, another instance or an operator's own SQL.
 */
@Component
public class SessionCache {

    private static final int MOST = 100_000;
    private static final int STRIPES = 4_096;

    private final boolean isOn;
    private final Cache<UUID, Known> sessions;
    private final Clock clock;

    /** Counts the changes. What was read before a change came, or while it came, is not believed after it. */
    private final AtomicIntegerArray changes = new AtomicIntegerArray(STRIPES);

    /** The same of what says nothing about the caller, and changes only what it is shown. */
    private final AtomicIntegerArray revisions = new AtomicIntegerArray(STRIPES);

    SessionCache(CacheMode mode, AccessProperties properties, Clock clock, MeterRegistry meters) {
        this.isOn = mode != CacheMode.NONE;
        this.clock = clock;
        this.sessions = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(MOST)
                .expireAfterWrite(properties.callerCacheTtl())
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(meters, sessions, "callers");
    }

    Optional<CurrentUser> get(UUID userId, UUID sessionId, Supplier<Optional<Live>> read) {
        var stripe = stripe(userId);
        var change = changes.get(stripe);
        var revision = revisions.get(stripe);
        var known = sessions.getIfPresent(sessionId);
        if (isOn && known != null && known.isOf(userId, change, clock.instant())) {
            return Optional.of(known.callerAt(revision));
        }
        var live = read.get();
        live.ifPresent(found -> sessions.put(sessionId, new Known(found, change, revision)));
        return live.map(Live::caller);
    }

    /** Once the transaction that changes the account or its sessions has committed, or now where there is none. */
    public void evict(UUID userId) {
        AfterCommit.run(() -> changes.incrementAndGet(stripe(userId)));
    }

    /** The same of the revision alone: the caller stays who it is. */
    public void evictRevision(UUID userId) {
        AfterCommit.run(() -> revisions.incrementAndGet(stripe(userId)));
    }

    private static int stripe(UUID userId) {
        return Math.floorMod(userId.hashCode(), STRIPES);
    }

    /** A caller and how long its session lives. */
    record Live(CurrentUser caller, Instant expiresAt) {}

    private record Known(Live live, int change, int revision) {

        CurrentUser callerAt(int latestRevision) {
            return revision == latestRevision ? live.caller() : live.caller().withoutRevision();
        }

        boolean isOf(UUID userId, int latestChange, Instant now) {
            return change == latestChange
                    && live.caller().id().equals(userId)
                    && live.expiresAt().isAfter(now);
        }
    }
}
