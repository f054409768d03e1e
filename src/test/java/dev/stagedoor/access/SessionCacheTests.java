package dev.stagedoor.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.platform.cache.CacheMode;
import dev.stagedoor.platform.cache.Evictions;
import dev.stagedoor.platform.security.CurrentUser;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SessionCacheTests {

    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    private static final UUID USER = UUID.randomUUID();
    private static final UUID SESSION = UUID.randomUUID();

    private final AtomicInteger reads = new AtomicInteger();
    private final SessionCache cache = cache(CacheMode.CAFFEINE, Duration.ofHours(1), NOW);

    @Test
    void cachedSessionIsReadOnce() {
        cache.get(USER, SESSION, this::read);
        cache.get(USER, SESSION, this::read);

        assertThat(reads).hasValue(1);
    }

    @Test
    void evictedSessionIsReadAgain() {
        cache.get(USER, SESSION, this::read);

        cache.evict(USER);
        cache.get(USER, SESSION, this::read);

        assertThat(reads).hasValue(2);
    }

    @Test
    void callerReadDuringAChangeIsNotUsed() {
        Supplier<Optional<SessionCache.ActiveSession>> readDuringChange = () -> {
            var before = read();
            cache.evict(USER);
            return before;
        };

        cache.get(USER, SESSION, readDuringChange);
        cache.get(USER, SESSION, this::read);

        assertThat(reads).hasValue(2);
    }

    @Test
    void sessionOfAnotherUserIsNotReturned() {
        cache.get(USER, SESSION, this::read);

        assertThat(cache.get(UUID.randomUUID(), SESSION, Optional::empty)).isEmpty();
    }

    @Test
    void expiredSessionIsNotReturned() {
        var expired = Optional.of(session(NOW));
        cache.get(USER, SESSION, () -> expired);

        assertThat(cache.get(USER, SESSION, Optional::empty)).isEmpty();
    }

    @Test
    void entryExpiresAfterItsTimeToLive() {
        var shortLived = cache(CacheMode.CAFFEINE, Duration.ZERO, NOW);
        shortLived.get(USER, SESSION, this::read);
        shortLived.get(USER, SESSION, this::read);

        assertThat(reads).hasValue(2);
    }

    @Test
    void disabledCacheStoresNothing() {
        var disabled = cache(CacheMode.NONE, Duration.ofHours(1), NOW);
        disabled.get(USER, SESSION, this::read);
        disabled.get(USER, SESSION, this::read);

        assertThat(reads).hasValue(2);
    }

    private Optional<SessionCache.ActiveSession> read() {
        reads.incrementAndGet();
        return Optional.of(session(NOW.plusSeconds(3600)));
    }

    private static SessionCache.ActiveSession session(Instant expiresAt) {
        return new SessionCache.ActiveSession(new CurrentUser(USER, null, SESSION, false, expiresAt, null), expiresAt);
    }

    private static SessionCache cache(CacheMode mode, Duration ttl, Instant now) {
        var properties =
                new AccessProperties("i", "", Duration.ofMinutes(10), Duration.ofDays(30), Duration.ofDays(180), ttl);
        return new SessionCache(
                mode, properties, Clock.fixed(now, ZoneOffset.UTC), new SimpleMeterRegistry(), Evictions.NONE);
    }
}
